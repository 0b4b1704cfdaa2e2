using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Press.Testing;

/// <summary>A whole site in one text: sections that begin with <c>-- posts/a.md --</c>, each a file.</summary>
public static partial class SiteText
{
    /// <summary>The moment at which test sites are published, unless a test says another.</summary>
    public static readonly DateTimeOffset Now = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Created = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Publishes the site of a text.</summary>
    public static Publication Publish(string text, DateTimeOffset? now = null) => PublisherAt(now ?? Now).Publish(Sources(text));

    /// <summary>A publisher whose clock stands still.</summary>
    public static Publisher PublisherAt(DateTimeOffset now) => new(new StoppedClock(now));

    public static IReadOnlyList<Source> Sources(string text) =>
        [.. Header().Split(text.ReplaceLineEndings("\n")).Skip(1).Chunk(2).Select(part => Source(part[0], part[1]))];

    public static Source Source(string name, string content) => Source(name, Encoding.UTF8.GetBytes(content));

    public static Source Source(string name, byte[] content) =>
        new(name, content, Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. content])), Created);

    /// <summary>The files that every site has, one without posts too: listings and the theme's.</summary>
    public static IReadOnlyCollection<string> CommonFiles { get; } = [.. Publish("").Files.Keys];

    /// <summary>The names of the files that came from one source each: no listings, and nothing of the theme.</summary>
    public static IEnumerable<string> FilesOfSources(this Publication publication) =>
        publication.Files.Values.Where(file => file.SourceName is not null).Select(file => file.Name);

    /// <summary>The text of a public file.</summary>
    public static string File(this Publication publication, string name) =>
        publication.Files.TryGetValue(name, out var file)
            ? Encoding.UTF8.GetString(file.Content.Bytes.Span)
            : throw new InvalidOperationException(
                $"There is no public file '{name}', only: {string.Join(", ", publication.Files.Keys)}. "
                    + $"{string.Join('\n', publication.Diagnostics)}");

    [GeneratedRegex(@"^-- (\S.*?) --\n", RegexOptions.Multiline)]
    private static partial Regex Header();

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
