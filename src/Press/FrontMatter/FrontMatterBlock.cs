namespace Press;

/// <summary>A text cut into its front matter and the rest.</summary>
/// <param name="Yaml">What stands between the marks; null if the text has no front matter.</param>
/// <param name="Body">What follows; the whole text if it has no front matter.</param>
/// <param name="BodyLine">The line of the file on which the body begins.</param>
internal sealed record FrontMatterBlock(string? Yaml, string Body, int BodyLine)
{
    /// <summary>The line on which the YAML begins: the opening mark stands on line 1.</summary>
    public const int YamlLine = 2;

    /// <summary>
    /// Cuts a text by Jekyll's rule: the front matter opens with <c>---</c> on the first line and closes with <c>---</c> or
    /// <c>...</c> on a line of its own; blanks may follow a mark.
    /// </summary>
    /// <param name="text">The file with <c>\n</c> ends of line.</param>
    /// <param name="diagnostics">Takes the fault of a block that is not closed.</param>
    /// <seealso href="https://jekyllrb.com/docs/front-matter/"/>
    public static FrontMatterBlock Cut(string text, DiagnosticBag diagnostics)
    {
        if (!IsMark(LineAt(text, 0), "---"))
            return new FrontMatterBlock(null, text, BodyLine: 1);

        var yamlStart = Math.Min(LineAt(text, 0).Length + 1, text.Length);
        var line = YamlLine;
        for (var start = yamlStart; start < text.Length; line++)
        {
            var content = LineAt(text, start);
            var next = Math.Min(start + content.Length + 1, text.Length);
            if (IsMark(content, "---") || IsMark(content, "..."))
                return new FrontMatterBlock(text[yamlStart..start], text[next..], line + 1);
            start = next;
        }

        diagnostics.Add(DiagnosticRules.UnclosedFrontMatter, TextPosition.Start, "the front matter opens here and is never closed. Write '---' on a line of its own after the last key.");
        return new FrontMatterBlock(null, "", BodyLine: line);
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
    }

    private static bool IsMark(ReadOnlySpan<char> line, string mark) => line.TrimEnd().SequenceEqual(mark);
}
