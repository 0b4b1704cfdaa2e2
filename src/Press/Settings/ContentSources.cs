using System.Collections.Immutable;

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

    private static ImmutableArray<string> Union(ImmutableArray<string> some, ImmutableArray<string> others) =>
        [.. some.Union(others, StringComparer.Ordinal)];
}
