using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Links and pictures whose address holds blanks: <c>![a](/images/my photo.png)</c>, or a bracket that is escaped where it need not be:
/// <c>[a](/b_(c\))</c>. CommonMark takes them for text, and so the author's picture would be lost. A path has a slash or a dot, or is an
/// anchor; <c>[x](some words)</c> is text.
/// </summary>
internal sealed partial class LinksWithBlanks : InlineParser
{
    public LinksWithBlanks() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '('
            || Destination().Match(slice.Text, slice.Start, Math.Min(slice.Length, 1000)) is not { Success: true } match
            || match.Groups["url"].ValueSpan.IndexOfAny('/', '.', '#') < 0
            || match.Groups["url"].ValueSpan.IndexOfAny(' ', '\\') < 0)
            return false;
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsActive: true } opening)
            return false;

        var link = new LinkInline(AddressOf(match.Groups["url"].Value), match.Groups["title"].Value)
        {
            IsImage = opening.IsImage,
            Line = opening.Line,
            Column = opening.Column,
            Span = new SourceSpan(opening.Span.Start, processor.GetSourcePosition(slice.Start + match.Length - 1)),
        };
        slice.Start += match.Length;
        // A closed link would not take the text over.
        opening.ReplaceBy(link);
        link.IsClosed = true;
        processor.Inline = link;
        processor.PostProcessInlines(0, link, null, isFinalProcessing: false);
        if (!link.IsImage)
            Deactivate(link);
        return true;
    }

    private static string AddressOf(string written) =>
        written.Replace(" ", "%20", StringComparison.Ordinal).Replace("\\)", ")", StringComparison.Ordinal);

    /// <summary>A link within a link is none.</summary>
    private static void Deactivate(Inline link)
    {
        for (var parent = link.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkDelimiterInline { IsImage: false } opening)
                opening.IsActive = false;
        }
    }

    [GeneratedRegex(
        """\G\]\((?<url>[^\s()<>"'](?>[^()<>"'\n\\ ]|\\\)|\x20+(?![\x20()"])|\([^()<>"'\n]*\))*)(\s+"(?<title>[^"\n]*)")?\x20*\)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Destination();
}
