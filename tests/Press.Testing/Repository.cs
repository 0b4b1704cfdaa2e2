namespace Press.Testing;

/// <summary>Files of the repository that tests read.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The sample site.</summary>
    public static string SampleBlog { get; } = Path.Combine(Root, "samples", "blog");

    /// <summary>The post that Press must serve well.</summary>
    public static string RealPost { get; } = Path.Combine(SampleBlog, "_posts", "2025-03-24-nvidia-gtc-2025.md");

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Functions.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
