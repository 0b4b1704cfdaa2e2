using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>The sample blog in a folder of its own, which a test may change.</summary>
public sealed class SiteCopy : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("press-");

    public SiteCopy()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.SampleBlog, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.SampleBlog, path);
            if (name.StartsWith("_site", StringComparison.Ordinal) || name.StartsWith(".press", StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.Copy(path, PathOf(name));
        }
    }

    public string Folder => Path.Combine(_parent.FullName, "blog");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => _parent.Delete(recursive: true);
}
