namespace Press.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string RealPost { get; } = Path.Combine(Root, "samples/blog/_posts/2025-03-24-nvidia-gtc-2025.md");

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Functions.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
