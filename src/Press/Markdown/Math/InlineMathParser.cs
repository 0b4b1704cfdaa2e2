using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Finds <c>$$…$$</c> and <c>$…$</c> within text. Each dollar looks at most to the next one, so the cost is linear.</summary>
/// <remarks>
/// In a Jekyll site, what a script finds between single dollars was Markdown before: its authors write <c>\\{</c> for <c>\{</c>.
/// </remarks>
internal sealed partial class InlineMathParser : InlineParser
{
    private readonly bool _likeJekyll;

    /// <param name="likeJekyll">Whether backslashes within single dollars are Markdown's.</param>
    public InlineMathParser(bool likeJekyll)
    {
        _likeJekyll = likeJekyll;
        OpeningCharacters = ['$'];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (slice.PeekCharExtra(-1) == '$')
            return false;
        var length = LengthAt(text, slice.PeekCharExtra(-1));
        if (length == 0)
            return false;

        var delimiter = text[1] == '$' ? 2 : 1;
        var tex = text[delimiter..(length - delimiter)].Trim().ToString();
        processor.Inline = new InlineMath
        {
            Tex = _likeJekyll && delimiter == 1 ? Escaped().Replace(tex, "$1") : tex,
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor
                    .GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }

    /// <summary>The length of the TeX with which a text begins, dollars included; 0 if that is none.</summary>
    /// <param name="text">It begins with a dollar.</param>
    /// <param name="before">What stands before it.</param>
    public static int LengthAt(ReadOnlySpan<char> text, char before) =>
        text is ['$', '$', ..] ? LengthOfDouble(text) : LengthOfSingle(text, before);

    private static int LengthOfDouble(ReadOnlySpan<char> text)
    {
        var end = text[2..].IndexOf("$$");
        return end > 0 && !text.Slice(2, end).IsWhiteSpace() ? end + 4 : 0;
    }

    /// <summary>The next dollar decides: <c>$5 and $6</c> is money, since a blank stands before it.</summary>
    private static int LengthOfSingle(ReadOnlySpan<char> text, char before)
    {
        if (text.Length < 3 || char.IsWhiteSpace(text[1]) || char.IsAsciiLetterOrDigit(before))
            return 0;
        var end = EndOfSingle(text);
        if (end < 2)
            return 0;
        var tex = text[1..end];
        var after = end + 1 < text.Length ? text[end + 1] : '\0';
        return IsTex(tex, after) ? end + 1 : 0;
    }

    private static int EndOfSingle(ReadOnlySpan<char> text)
    {
        for (var end = 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
                end++;
            else if (text[end] == '$')
                return end;
        }

        return 0;
    }

    private static bool IsTex(ReadOnlySpan<char> tex, char after)
    {
        if (char.IsWhiteSpace(tex[^1]) || char.IsAsciiDigit(after) || after == '$' || tex.Contains('`') || NoTex().IsMatch(tex))
            return false;
        // A shell's variable may end where the next one begins: $HOME/$USER.
        return !char.IsAsciiLetter(after) || ((char.IsAsciiLetterOrDigit(tex[^1]) || tex[^1] is '}' or ')') && !Variable().IsMatch(tex));
    }

    /// <summary>An amount and words, words alone, or what cannot begin a formula.</summary>
    [GeneratedRegex(
        @"^[0-9][0-9.,]*[^\\^_={}+<>*/\x21-\x2F]*[\s\u0080-\uFFFF][^\\^_={}+<>*/]*$"
            + @"|^[^A-Za-z0-9\\]*$"
            + @"|^[),.;:!?]"
            + @"|^[^\\^_={}+<>*/]*[\uAC00-\uD7A3][^\\^_={}+<>*/]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoTex();

    /// <seealso href="https://kramdown.gettalong.org/syntax.html#automatic-and-manual-escaping"/>
    [GeneratedRegex("""\\([\\.*_+`<>()\[\]{}#!:|"'$=-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^\{?[A-Z_][A-Z0-9_]+\}?$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
