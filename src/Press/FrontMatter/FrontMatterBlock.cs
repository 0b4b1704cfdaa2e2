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
    /// <c>...</c> on a line of its own; blanks may follow a mark. A rule (<c>---</c>) above prose opens no front matter.
    /// </summary>
    /// <param name="text">The file with <c>\n</c> ends of line.</param>
    /// <param name="diagnostics">Takes the fault of a block that is not closed, and of front matter that is not where it should be.</param>
    /// <seealso href="https://jekyllrb.com/docs/front-matter/"/>
    public static FrontMatterBlock Cut(string text, DiagnosticBag diagnostics)
    {
        var opens = IsMark(LineAt(text, 0), "---");
        var block = opens ? CutAtMarks(text) : null;
        if (opens && (block is null
            ? FrontMatterText.IsProse(text[Math.Min(4, text.Length)..]) : FrontMatterText.IsProseBlock(block.Yaml!)))
            return new FrontMatterBlock(null, text, BodyLine: 1);

        if (opens && block is null)
        {
            diagnostics.Add(
                DiagnosticRules.UnclosedFrontMatter,
                TextPosition.Start,
                "the front matter opens here and is never closed. Write '---' on a line of its own after the last key.");
            return new FrontMatterBlock(null, "", BodyLine: text.AsSpan().Count('\n') + 1);
        }

        block ??= new FrontMatterBlock(null, text, BodyLine: 1);
        if (MissedFrontMatter.Find(block) is { } missed)
            diagnostics.Add(DiagnosticRules.MissedFrontMatter, missed.Position, missed.Message);
        return block;
    }

    private static FrontMatterBlock? CutAtMarks(string text)
    {
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

        return null;
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
    }

    private static bool IsMark(ReadOnlySpan<char> line, string mark) => line.TrimEnd().SequenceEqual(mark);
}
