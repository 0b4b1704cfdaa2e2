using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Press;

/// <summary>
/// Takes out of a drawing's CSS what loads: <c>@import</c>, URLs that leave the drawing, and functions that are not known to be harmless.
/// All else stays to the letter. It reads tokens as browsers do, escapes included, in one pass.
/// </summary>
/// <seealso href="https://www.w3.org/TR/css-syntax-3/#tokenization"/>
internal sealed class DrawingCss
{
    private static readonly FrozenSet<string> Functions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [.. """
        abs accumulate acos alpha asin atan atan2 blur brightness calc circle clamp color color-mix conic-gradient contrast cos counter
        counters cubic-bezier device-cmyk drop-shadow ellipse env exp fit-content format grayscale has hsl hsla hue-rotate hwb
        hypot icc-color
        inset invert is lab lang lch light-dark linear linear-gradient local log matrix matrix3d max min minmax mod not nth-child
        nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon pow radial-gradient rect rem repeat
        repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez round saturate
        scale scale3d scalex
        scaley scalez selector sepia sign sin skew skewx skewy sqrt steps supports tan tech translate translate3d translatex translatey
        translatez var where xywh
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);

    private static readonly string[] LoadingRules = ["import", "namespace", "charset"];

    private readonly string _css;
    private readonly StringBuilder _kept;
    private int _at;

    private DrawingCss(string css) => (_css, _kept) = (css, new StringBuilder(css.Length));

    /// <summary>A style sheet, or the value of a style attribute, or that of one property.</summary>
    public static string Clean(string css)
    {
        var cleaner = new DrawingCss(css);
        cleaner.ReadAll();
        return cleaner._kept.ToString();
    }

    private char Next => Peek(1);

    private bool IsAtIdentifier => IsPartOfName(_css[_at]) || (_css[_at] == '\\' && Next is not ('\n' or '\r' or '\f' or '\0'));

    private void ReadAll()
    {
        while (_at < _css.Length)
        {
            var start = _at;
            if (_css[_at] == '@' && TakeRule())
                continue;
            if (IsAtIdentifier)
            {
                ReadName();
                continue;
            }

            SkipToken();
            _kept.Append(_css, start, _at - start);
        }
    }

    /// <summary>Passes over a rule that loads; false if it is none.</summary>
    private bool TakeRule()
    {
        var start = _at++;
        if (_at < _css.Length && IsAtIdentifier && LoadingRules.Contains(Name(), StringComparer.OrdinalIgnoreCase))
        {
            while (_at < _css.Length && _css[_at] is not (';' or '{' or '}'))
                SkipToken();
            if (_at < _css.Length && _css[_at] == ';')
                _at++;
            return true;
        }

        _at = start;
        return false;
    }

    private void ReadName()
    {
        var start = _at;
        var name = Name();
        if (Peek(0) != '(')
            _kept.Append(_css, start, _at - start);
        else if (name.Equals("url", StringComparison.OrdinalIgnoreCase))
            _kept.Append(IsHarmless(Url()) ? _css[start.._at] : "none");
        else
            _kept.Append(Functions.Contains(name) ? _css[start.._at] : "none");
    }

    private static bool IsHarmless(string? url) =>
        url is not null
        && DrawingReference.KindOf(url) is DrawingReference.Kind.Inside or DrawingReference.Kind.Picture or DrawingReference.Kind.Font;

    /// <summary>Passes over a comment, a string, a name with its URL, or one character.</summary>
    private void SkipToken()
    {
        var c = _css[_at];
        if (c == '/' && Next == '*')
        {
            var end = _css.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _css.Length : end + 2;
        }
        else if (c is '"' or '\'')
        {
            Text();
        }
        else if (IsAtIdentifier)
        {
            if (Name().Equals("url", StringComparison.OrdinalIgnoreCase) && Peek(0) == '(')
                Url();
        }
        else
        {
            _at++;
        }
    }

    /// <summary>Passes over a name and decodes it.</summary>
    private string Name()
    {
        var name = new StringBuilder();
        while (_at < _css.Length && IsAtIdentifier)
        {
            if (_css[_at] == '\\')
                Escape(name);
            else
                name.Append(_css[_at++]);
        }

        return name.ToString();
    }

    /// <summary>Passes over <c>(...)</c> behind <c>url</c>; null if there is more in it than a URL.</summary>
    private string? Url()
    {
        _at++;
        SkipBlanks();
        var isText = Peek(0) is '"' or '\'';
        var url = isText ? Text() : Raw();
        SkipBlanks();
        var isWhole = Peek(0) == ')';
        while (_at < _css.Length && _css[_at] != ')')
            _at += _css[_at] == '\\' ? 2 : 1;
        _at = Math.Min(_at + 1, _css.Length);
        return isWhole ? url : null;
    }

    private string Raw()
    {
        var url = new StringBuilder();
        while (_at < _css.Length && _css[_at] != ')')
        {
            if (_css[_at] == '\\' && _at + 1 < _css.Length)
                Escape(url);
            else
                url.Append(_css[_at++]);
        }

        return url.ToString();
    }

    /// <summary>Passes over a string, which a line break ends too, and decodes it.</summary>
    private string Text()
    {
        var quote = _css[_at++];
        var text = new StringBuilder();
        while (_at < _css.Length && _css[_at] != quote && _css[_at] is not ('\n' or '\r' or '\f'))
        {
            if (_css[_at] == '\\')
                Escape(text);
            else
                text.Append(_css[_at++]);
        }

        if (Peek(0) == quote)
            _at++;
        return text.ToString();
    }

    /// <summary>
    /// A backslash and what it stands for: up to six hexadecimal digits and a blank, or one character; nothing before a line break.
    /// </summary>
    private void Escape(StringBuilder text)
    {
        _at++;
        if (_at >= _css.Length)
            return;
        var digits = 0;
        while (digits < 6 && _at + digits < _css.Length && char.IsAsciiHexDigit(_css[_at + digits]))
            digits++;
        if (digits == 0)
        {
            if (_css[_at] is not ('\n' or '\r' or '\f'))
                text.Append(_css[_at]);
            _at++;
            return;
        }

        var code = int.Parse(_css.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        text.Append(Rune.TryCreate(code, out var rune) ? rune.ToString() : "\uFFFD");
        _at += digits;
        if (Peek(0) is ' ' or '\t' or '\n' or '\r' or '\f')
            _at++;
    }

    private void SkipBlanks()
    {
        while (Peek(0) is ' ' or '\t' or '\n' or '\r' or '\f')
            _at++;
    }

    private char Peek(int ahead) => _at + ahead < _css.Length ? _css[_at + ahead] : '\0';

    private static bool IsPartOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' || c > '\u007F';
}
