namespace Press.Testing;

/// <summary>The sample blog, all of its files.</summary>
public static class SampleBlog
{
    /// <summary>Publishes it at the tests' moment.</summary>
    /// <param name="settings">Lines to be added to its <c>_config.yml</c>.</param>
    public static Publication Publish(string settings = "") =>
        SiteText.PublisherAt(SiteText.Now).Publish([.. Files().Select(path => SiteText.Source(NameOf(path), Read(path, settings)))]);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.SampleBlog, "*", SearchOption.AllDirectories)
            .Where(path => !NameOf(path).StartsWith("_site/", StringComparison.Ordinal) && !NameOf(path).StartsWith('.'));

    private static byte[] Read(string path, string settings)
    {
        var bytes = File.ReadAllBytes(path);
        return NameOf(path) == "_config.yml" ? [.. bytes, .. System.Text.Encoding.UTF8.GetBytes("\n" + settings + "\n")] : bytes;
    }

    private static string NameOf(string path) => Path.GetRelativePath(Repository.SampleBlog, path).Replace('\\', '/').ToNormalForm();
}
