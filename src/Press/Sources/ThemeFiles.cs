using System.Collections.Immutable;

namespace Press;

/// <summary>The files of the built-in theme. A site's own file of the same name takes the place of each.</summary>
public static class ThemeFiles
{
    /// <summary>Their names, ordinal: <c>_layouts/post.html</c>.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Theme.LayoutFiles.Concat(Theme.Assets).Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>The content of one.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static ReadOnlyMemory<byte> Read(string name) =>
        Theme.LayoutFiles.Concat(Theme.Assets).FirstOrDefault(file => file.Name == name)?.Bytes
        ?? throw new ArgumentException($"The theme has no file '{name}'.", nameof(name));
}
