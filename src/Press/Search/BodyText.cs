using System.Collections.Frozen;
using System.Net;
using System.Text;
using Names = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Press;

/// <summary>
/// The text that a reader sees of a body, headings apart. It reads the HTML that Press writes, once and from left to right; what no
/// reader sees (scripts, styles, the TeX of a formula) is left out.
/// </summary>
internal static class BodyText
{
    // Tags that part no words: <b>최</b>전선 is one.
    private static readonly Names Inline = NamesOf(
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "mn", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");

    private static readonly Names Unseen = NamesOf("annotation", "script", "style", "template", "noscript");

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
            if (tag.NameIn(html) is [])
                continue;
            if (Unseen.Contains(tag.NameIn(html)) && !tag.IsEnd)
                place = BehindElement(html, tag);
            if (IsHeading(tag.NameIn(html)))
            {
                yield return Piece();
                isHeading = !tag.IsEnd;
            }
            else if (!Inline.Contains(tag.NameIn(html)))
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

    private static bool IsHeading(ReadOnlySpan<char> name) => name is [('h' or 'H'), >= '1' and <= '6'];

    private static int BehindElement(string html, Tag begun)
    {
        var place = begun.End;
        while (html.IndexOf("</", place, StringComparison.Ordinal) is var close and >= 0)
        {
            var tag = TagAt(html, close);
            if (tag.NameIn(html).Equals(begun.NameIn(html), StringComparison.OrdinalIgnoreCase))
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
            return new Tag(open, Length: 0, IsEnd: false, end < 0 ? html.Length : end + 3);
        }

        var isEnd = open + 1 < html.Length && html[open + 1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var place = start;
        while (place < html.Length && char.IsAsciiLetterOrDigit(html[place]))
            place++;
        return new Tag(start, place - start, isEnd, EndOf(html, place));
    }

    /// <summary>Where a tag ends; a '>' within quotes is a part of a value.</summary>
    private static int EndOf(string html, int place)
    {
        while (place < html.Length)
        {
            var sign = html.AsSpan(place).IndexOfAny('>', '"', '\'');
            if (sign < 0)
                break;
            place += sign;
            if (html[place] == '>')
                return place + 1;
            var close = html.IndexOf(html[place], place + 1);
            if (close < 0)
                break;
            place = close + 1;
        }

        return html.Length;
    }

    private static Names NamesOf(params string[] names) =>
        FrozenSet.ToFrozenSet(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A tag of the text.</summary>
    /// <param name="Start">Where its name begins.</param>
    /// <param name="Length">Of the name; 0 for a comment, and for a sign that begins no tag.</param>
    /// <param name="IsEnd">Whether it ends an element.</param>
    /// <param name="End">The place behind it.</param>
    private readonly record struct Tag(int Start, int Length, bool IsEnd, int End)
    {
        public ReadOnlySpan<char> NameIn(string html) => html.AsSpan(Start, Length);
    }
}

/// <summary>A piece of a body's text.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
internal readonly record struct BodyPiece(string Text, bool IsHeading);
