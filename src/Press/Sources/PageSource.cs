namespace Press;

/// <summary>Tells which sources are read as pages, and which are files.</summary>
internal static class PageSource
{
    /// <summary>Whether a source is Markdown, or HTML that begins with a front matter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What is in it.</param>
    public static bool Is(string name, ReadOnlySpan<byte> content) => SourceName.KindWithDrafts(name) switch
    {
        SourceKind.Post => true,
        SourceKind.Html => HasFrontMatter(content),
        _ => false,
    };

    /// <summary>Whether the first line is <c>---</c>, as Jekyll tells a page from a file.</summary>
    private static bool HasFrontMatter(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8))
            content = content["\uFEFF"u8.Length..];
        var end = content.IndexOf((byte)'\n');
        return end >= 0 && content[..end].TrimEnd(" \t\r"u8).SequenceEqual("---"u8);
    }
}
