using System.Collections.Immutable;
using System.Reflection;

namespace Press;

/// <summary>The look that the assembly brings: layouts, and files that go to the public site as they are.</summary>
internal static class Theme
{
    private const string Root = "Theme/";

    private static readonly Assembly Assembly = typeof(Theme).Assembly;

    /// <summary>Layouts and includes, under the names that a site's own would have.</summary>
    public static ImmutableArray<Source> LayoutFiles { get; } = [.. Files().Where(file => file.Name.StartsWith('_'))];

    /// <summary>The rest: style sheets and what they need.</summary>
    public static ImmutableArray<Source> Assets { get; } = [.. Files().Where(file => !file.Name.StartsWith('_'))];

    /// <summary><see cref="Assets"/> as they are published.</summary>
    public static ImmutableArray<Source> PublicAssets { get; } = [.. Assets.Select(CompactAsset.Of)];

    /// <summary>Whether a file has the name of one of <see cref="Assets"/>.</summary>
    public static bool Has(string name) => Assets.Any(own => own.Name == name);

    private static IEnumerable<Source> Files() =>
        from resource in Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        where resource.StartsWith(Root, StringComparison.Ordinal)
        select new Source(resource[Root.Length..].Replace('\\', '/'), Read(resource), ETag: "", DateTimeOffset.UnixEpoch);

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
