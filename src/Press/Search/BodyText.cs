using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Press;

/// <summary>
/// The text that a reader sees of a body, headings apart. It reads the HTML that Press writes, once and from left to right; what no
/// reader sees (scripts, styles, the TeX of a formula) is left out.
/// </summary>
internal static class BodyText
{
    // Tags that part no words: <b>최</b>전선 is one.
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "mn", "q", "s", "samp",
            "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Unseen =
        FrozenSet.ToFrozenSet(["annotation", "script", "style", "template", "noscript"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The pieces of text, in order; a heading is one by itself.</summary>
    public static IEnumerable<BodyPiece> PiecesOf(string html)
    {
        var text = new StringBuilder();
        var isHeading = false;
        var place = 0;
        while (place < html.Length)
        {
            var open = html.IndexOf('<', place);
            var end = open < 0 ? html.Length : open;
            text.Append(html, place, end - place);
            if (open < 0)
                break;
            var tag = TagAt(html, open);
            place = tag.End;
            if (tag.Name is "")
                continue;
            if (Unseen.Contains(tag.Name) && !tag.IsEnd)
                place = BehindElement(html, place, tag.Name);
            if (IsHeading(tag.Name))
            {
                yield return Piece();
                isHeading = !tag.IsEnd;
            }
            else if (!Inline.Contains(tag.Name))
            {
                text.Append(' ');
            }
        }

        yield return Piece();

        BodyPiece Piece()
        {
            var piece = new BodyPiece(WebUtility.HtmlDecode(text.ToString()), isHeading);
            text.Clear();
            return piece;
        }
    }

    private static bool IsHeading(string name) => name is [('h' or 'H'), >= '1' and <= '6'];

    private static int BehindElement(string html, int place, string name)
    {
        while (html.IndexOf("</", place, StringComparison.Ordinal) is var close and >= 0)
        {
            var tag = TagAt(html, close);
            if (tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return tag.End;
            place = tag.End;
        }

        return html.Length;
    }

    private static Tag TagAt(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return new Tag("", IsEnd: false, end < 0 ? html.Length : end + 3);
        }

        var isEnd = open + 1 < html.Length && html[open + 1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var place = start;
        while (place < html.Length && char.IsAsciiLetterOrDigit(html[place]))
            place++;
        var name = html[start..place];
        // A '>' within quotes is a part of a value.
        for (var quote = '\0'; place < html.Length; place++)
        {
            var character = html[place];
            if (quote == '\0' && character == '>')
                return new Tag(name, isEnd, place + 1);
            if (quote == '\0' && character is '"' or '\'')
                quote = character;
            else if (character == quote)
                quote = '\0';
        }

        return new Tag(name, isEnd, html.Length);
    }

    private readonly record struct Tag(string Name, bool IsEnd, int End);
}

/// <summary>A piece of a body's text.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
internal readonly record struct BodyPiece(string Text, bool IsHeading);
