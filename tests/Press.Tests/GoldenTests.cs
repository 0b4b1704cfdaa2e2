using System.Text;
using Press.Testing;

namespace Press.Tests;

/// <summary>
/// The public files of the sample blog, checked in. Whatever the way by which they are made, they are the same bytes. A change that is
/// meant is written with <c>PRESS_GOLDEN=write tests/Press.Tests/bin/Debug/net10.0/Press.Tests -class "*GoldenTests"</c>, and read in the
/// difference that it makes.
/// </summary>
public sealed class GoldenTests
{
    private const string HashesName = "pictures.txt";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Press.Tests", "Golden");

    [Fact]
    public void The_sample_blog_is_byte_for_byte_as_it_was()
    {
        var made = MadeOf(SampleBlog.Publish("url: https://blog.example.com"));
        if (Environment.GetEnvironmentVariable("PRESS_GOLDEN") == "write")
            Write(made);

        var kept = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(
            NameOf, File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(kept.Keys.Order(StringComparer.Ordinal), made.Keys);
        Assert.All(made, file => Assert.Equal(kept[file.Key], file.Value));
    }

    /// <summary>The texts, and one list of the hashes of all else.</summary>
    private static SortedDictionary<string, string> MadeOf(Publication publication)
    {
        var texts = publication.Files.Values.Where(IsText).ToDictionary(
            file => file.Name, file => Encoding.UTF8.GetString(file.Content.Bytes.Span), StringComparer.Ordinal);
        var others = publication.Files.Values.Where(file => !IsText(file)).Select(
            file => $"{ContentHash.Of(file.Content.Bytes.Span)} {file.Name}\n");
        texts.Add(HashesName, string.Concat(others));
        return new(texts, StringComparer.Ordinal);
    }

    private static bool IsText(PublicFile file) =>
        Path.GetExtension(file.Name) is ".html" or ".xml" or ".json" or ".txt" or ".css" or ".js" or ".svg";

    private static string NameOf(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/').ToNormalForm();

    private static void Write(SortedDictionary<string, string> files)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
