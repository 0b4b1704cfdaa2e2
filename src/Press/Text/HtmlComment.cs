namespace Press;

/// <summary>Tells HTML comments apart, such as the one that ends an excerpt.</summary>
internal static class HtmlComment
{
    /// <summary>Whether the text is one comment and nothing else.</summary>
    public static bool Is(string text) =>
        text.StartsWith("<!--", StringComparison.Ordinal) && text.EndsWith("-->", StringComparison.Ordinal) && text.Length >= 7
        && text.IndexOf("-->", StringComparison.Ordinal) == text.Length - 3;

    /// <summary>Whether two comments say the same; blanks around what they say do not count: <c>&lt;!-- more --></c>.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.StartsWith("<!--") && a.EndsWith("-->") && a.Length >= 7 && b.Length >= 7 && a[4..^3].Trim().SequenceEqual(b[4..^3].Trim());
}
