using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>
/// Reads HTML in the strict writing that every parser reads alike: lower case, values in quotes, the commonest entities alone, no
/// comments, no control characters. What is written otherwise, it does not read at all.
/// </summary>
/// <param name="html">The HTML.</param>
internal ref struct StrictHtml(ReadOnlySpan<char> html)
{
    // Those that matter to a parser or to a serializer; a blank, a tab and a line break are plain text.
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n'])]);

    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\u00A0");

    private static readonly (string Written, char Character)[] Entities =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", '\u00A0'), ("&#39;", '\'')];

    private readonly ReadOnlySpan<char> _html = html;
    private int _at;

    /// <summary>The tags, in order; null if something is not written strictly.</summary>
    public static List<StrictTag>? TagsOf(ReadOnlySpan<char> html)
    {
        if (html.ContainsAny(Controls))
            return null;
        var reader = new StrictHtml(html);
        var tags = new List<StrictTag>();
        while (html[reader._at..].IndexOf('<') is >= 0 and var distance)
        {
            reader._at += distance;
            if (reader.ReadTag() is not { } tag)
                return null;
            tags.Add(tag);
        }

        return tags;
    }

    /// <summary>Text or a value without entities; null if there is an ampersand that is none of the commonest, nor stands alone.</summary>
    public static string? Decode(ReadOnlySpan<char> written)
    {
        if (!written.Contains('&'))
            return written.ToString();
        var text = new StringBuilder(written.Length);
        while (written.IndexOf('&') is >= 0 and var place)
        {
            text.Append(written[..place]);
            written = written[place..];
            var (length, character) = EntityAt(written);
            if (length == 0)
                return null;
            text.Append(character);
            written = written[length..];
        }

        return text.Append(written).ToString();
    }

    /// <summary>Writes text or a value as <see cref="FormulaFormatter"/> does.</summary>
    /// <param name="text">Without entities.</param>
    /// <param name="isValue">Whether it stands in double quotes.</param>
    public static string Encode(string text, bool isValue)
    {
        if (!text.AsSpan().ContainsAny(Escaped))
            return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '\u00A0' => html.Append("&nbsp;"),
                '"' when isValue => html.Append("&quot;"),
                _ => html.Append(character),
            };
        }

        return html.ToString();
    }

    private static (int Length, char Character) EntityAt(ReadOnlySpan<char> written)
    {
        foreach (var (entity, character) in Entities)
        {
            if (written.StartsWith(entity, StringComparison.Ordinal))
                return (entity.Length, character);
        }

        return written.Length > 1 && written[1] == ' ' ? (1, '&') : (0, '\0');
    }

    private StrictTag? ReadTag()
    {
        var start = _at++;
        var kind = Takes('/') ? StrictTagKind.End : StrictTagKind.Start;
        var name = ReadName();
        if (name is "")
            return null;

        var attributes = ImmutableArray.CreateBuilder<StrictAttribute>();
        while (SkipBlanks())
        {
            if (Peek is '/' or '>')
                break;
            if (kind == StrictTagKind.End || ReadAttribute() is not { } attribute || attributes.Any(other => other.Name == attribute.Name))
                return null;
            attributes.Add(attribute);
        }

        if (kind == StrictTagKind.Start && Takes('/'))
            kind = StrictTagKind.SelfClosing;
        return Takes('>') ? new StrictTag(name, start, _at, kind, attributes.DrainToImmutable()) : null;
    }

    private StrictAttribute? ReadAttribute()
    {
        var name = ReadName();
        if (name is "")
            return null;
        if (!Takes('='))
            return new StrictAttribute(name, "");
        var quote = Peek;
        if (quote is not ('"' or '\''))
            return null;
        _at++;
        var length = _html[_at..].IndexOf(quote);
        if (length < 0 || _html.Slice(_at, length).Contains('<') || Decode(_html.Slice(_at, length)) is not { } value)
            return null;
        _at += length + 1;
        return new StrictAttribute(name, value);
    }

    private readonly char Peek => _at < _html.Length ? _html[_at] : '\0';

    private bool Takes(char character)
    {
        if (Peek != character)
            return false;
        _at++;
        return true;
    }

    private bool SkipBlanks()
    {
        var from = _at;
        while (Peek is ' ' or '\n' or '\t')
            _at++;
        return _at > from;
    }

    /// <summary>A name of lower-case letters, digits and hyphens that begins with a letter; empty if there is none.</summary>
    private string ReadName()
    {
        var from = _at;
        while (char.IsAsciiLetterLower(Peek) || (_at > from && (char.IsAsciiDigit(Peek) || Peek == '-')))
            _at++;
        return _html[from.._at].ToString();
    }
}
