using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Finds abbreviations that Markdig's own search misses, since no blank follows them: a Korean particle does in <c>HTML을</c>. As in
/// kramdown, an abbreviation ends where letters and digits of ASCII end.
/// </summary>
internal sealed class Abbreviations : IMarkdownExtension
{
    // Longer ones are not looked for: each place of the text is compared with every length that there is.
    private const int MaxLength = 60;

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Mark;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // They are rendered as Markdig's.
    }

    private static void Mark(MarkdownDocument document)
    {
        if (document.GetAbbreviations() is not { Count: > 0 } abbreviations)
            return;
        var lengths = abbreviations.Keys.Select(label => label.Length).Where(length => length <= MaxLength).Distinct().OrderDescending()
            .ToArray();
        foreach (var literal in document.Spans<LiteralInline>())
            Mark(literal, abbreviations.GetAlternateLookup<ReadOnlySpan<char>>(), lengths);
    }

    private static void Mark(
        LiteralInline literal, Dictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> abbreviations, int[] lengths)
    {
        var (text, start, end) = (literal.Content.Text, literal.Content.Start, literal.Content.End);
        for (var place = start; place <= end; place++)
        {
            if (place > start && IsWord(text[place - 1])
                || Find(text.AsSpan(place, end + 1 - place), abbreviations, lengths) is not { } found)
                continue;
            var rest = new LiteralInline
            {
                Content = new StringSlice(text, place + found.Label!.Length, end),
                Line = literal.Line,
                Column = literal.Column,
                Span = literal.Span,
            };
            literal.Content = new StringSlice(text, literal.Content.Start, place - 1);
            var mark = new AbbreviationInline(found) { Line = literal.Line, Column = literal.Column, Span = literal.Span };
            literal.InsertAfter(mark);
            mark.InsertAfter(rest);
            literal = rest;
            place += found.Label.Length - 1;
        }
    }

    private static Abbreviation? Find(
        ReadOnlySpan<char> text, Dictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> abbreviations, int[] lengths)
    {
        foreach (var length in lengths)
        {
            if (length <= text.Length
                && (length == text.Length || !IsWord(text[length]))
                && abbreviations.TryGetValue(text[..length], out var found))
                return found;
        }

        return null;
    }

    private static bool IsWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign == '_';
}
