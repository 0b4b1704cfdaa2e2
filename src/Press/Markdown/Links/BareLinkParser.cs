using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Turns bare URLs and e-mail addresses into links, by GitHub's rules, which were made for text with blanks between words. So here a
/// link may also follow letters and punctuation of other scripts, and ends at such punctuation and before a Korean particle.
/// </summary>
/// <seealso href="https://github.github.com/gfm/#autolinks-extension-"/>
internal sealed class BareLinkParser : InlineParser
{
    private static readonly string[] Schemes = ["https://", "http://", "ftp://", "mailto:", "www."];

    public BareLinkParser() => OpeningCharacters = ['h', 'f', 'm', 'w', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '@')
            return MatchEmail(processor, ref slice);
        if (!MayFollow(slice.PeekCharExtra(-1)))
            return false;
        var text = slice.AsSpan();
        var scheme = "";
        foreach (var candidate in Schemes)
        {
            if (text.StartsWith(candidate, StringComparison.Ordinal))
                scheme = candidate;
        }

        if (scheme is "" || BareUrl.LengthOf(text, scheme) is not (> 0 and var length))
            return false;
        var shown = scheme is "mailto:" ? scheme.Length : 0;
        processor.Inline = Link(
            processor, slice, slice.Start, length, shown, (scheme is "www." ? "http://" : "") + text[..length].ToString());
        slice.Start += length;
        return true;
    }

    private static bool MatchEmail(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LiteralInline before
            || !ReferenceEquals(before.Content.Text, slice.Text)
            || before.Content.End != slice.Start - 1)
            return false;
        var local = BareUrl.LengthOfLocalPart(before.Content.AsSpan());
        var domain = BareUrl.LengthOfMailDomain(slice.AsSpan()[1..]);
        if (local == 0 || domain == 0 || (before.IsFirstCharacterEscaped && local == before.Content.Length))
            return false;

        var start = slice.Start - local;
        before.Content.End -= local;
        before.Span.End -= local;
        var length = local + 1 + domain;
        processor.Inline = Link(processor, slice, start, length, 0, string.Concat("mailto:", slice.Text.AsSpan(start, length)));
        slice.Start += domain + 1;
        return true;
    }

    /// <summary>A link follows a blank, an opening sign of Markdown or brackets, or any sign of another script.</summary>
    private static bool MayFollow(char before) =>
        before is '\0' or '*' or '_' or '~' or '(' or '|' || before >= 0x80 || char.IsWhiteSpace(before);

    private static LinkInline Link(InlineProcessor processor, StringSlice slice, int start, int length, int shown, string url)
    {
        var span = new SourceSpan(
            processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(start + length - 1));
        var link = new LinkInline
        {
            Url = url,
            IsClosed = true,
            IsAutoLink = true,
            Span = span,
            UrlSpan = span,
            Line = line,
            Column = column,
        };
        link.AppendChild(new LiteralInline
        {
            Content = new StringSlice(slice.Text, start + shown, start + length - 1),
            Span = span,
            Line = line,
            Column = column,
            IsClosed = true,
        });
        return link;
    }
}
