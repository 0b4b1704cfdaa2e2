using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace Press.Tests;

/// <summary>A whole site in one text: sections that begin with <c>-- posts/a.md --</c>, each a file.</summary>
internal static partial class SiteText
{
    /// <summary>The moment at which test sites are published, unless a test says another.</summary>
    public static readonly DateTimeOffset Now = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Created = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Publication Publish(string text, DateTimeOffset? now = null) =>
        new Publisher(new FakeTimeProvider(now ?? Now)).Publish(Sources(text));

    public static IReadOnlyList<Source> Sources(string text)
    {
        var parts = Header().Split(text);
        return [.. parts.Skip(1).Chunk(2).Select(part => Source(part[0], part[1]))];
    }

    public static Source Source(string name, string content) => Source(name, Encoding.UTF8.GetBytes(content));

    public static Source Source(string name, byte[] content) =>
        new(name, content, ETag: $"{name}:{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content))}", Created, Created);

    /// <summary>The text of a public file; fails if there is none.</summary>
    public static string File(this Publication publication, string name)
    {
        Assert.Contains(name, publication.Files.Keys);
        return Encoding.UTF8.GetString(publication.Files[name].Content.Bytes.Span);
    }

    [GeneratedRegex(@"^-- (\S.*?) --\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
