using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Press;

/// <summary>Hosts of others from which pages may load something, as <see cref="ContentSecurityPolicy"/> names them.</summary>
public sealed record ContentSources
{
    /// <summary>Nothing of anybody.</summary>
    public static ContentSources None { get; } = new();

    public ImmutableArray<string> Scripts { get; init; } = [];

    public ImmutableArray<string> Styles { get; init; } = [];

    public ImmutableArray<string> Frames { get; init; } = [];

    /// <summary>What scripts may send to and read from.</summary>
    public ImmutableArray<string> Connections { get; init; } = [];

    /// <summary>All of both.</summary>
    public ContentSources With(ContentSources? other) => other is null ? this : new ContentSources
    {
        Scripts = Union(Scripts, other.Scripts),
        Styles = Union(Styles, other.Styles),
        Frames = Union(Frames, other.Frames),
        Connections = Union(Connections, other.Connections),
    };

    /// <summary>The source that lets in one script which stands in a page.</summary>
    /// <seealso href="https://www.w3.org/TR/CSP3/#framework-directive-source-list"/>
    public static string HashOf(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static ImmutableArray<string> Union(ImmutableArray<string> some, ImmutableArray<string> others) =>
        [.. some.Union(others, StringComparer.Ordinal)];
}
