using System.Buffers;

namespace Press;

internal sealed partial class CodeScanner
{
    // A name that an author chooses for the end of a string; C++ allows 16 characters, nobody writes as many as this.
    private const int MaxName = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private bool TryPart()
    {
        foreach (var part in Top.Language.PartsAt(CharAt(_at)))
        {
            if (IsAt(_at, part.Open, Top.Language.Language.IgnoresCase) && IsPlace(part) && TryOpen(part))
                return true;
        }

        return false;
    }

    private bool IsPlace(CodePart part)
    {
        // A prefix in the middle of a word is none.
        if (char.IsAsciiLetter(part.Open[0]) && Top.Language.IsWordPart(Before))
            return false;
        return part.Place switch
        {
            PartPlace.TextStart => _at == 0,
            PartPlace.LineStart => _at == _lineStart,
            PartPlace.FirstOnLine => IsFirstOnLine(),
            PartPlace.AfterSpace => char.IsWhiteSpace(Before) || Before is ';' or '(' or '|' or '&' or '[' or '{' or ',' or ':' or '=',
            PartPlace.AfterNoWord => !Top.Language.IsWordPart(Before),
            PartPlace.BeforeValue => !_afterValue,
            PartPlace.AfterDirective => _afterDirective,
            PartPlace.InValue => !_atStatement,
            _ => true,
        };
    }

    // The blanks of a line are looked at once for each part that wants to be first; no more than a few fit.
    private bool IsFirstOnLine()
    {
        const int MaxIndent = 200;
        var at = _at;
        while (at > _lineStart && at > _at - MaxIndent && _code[at - 1] is ' ' or '\t')
            at--;
        Steps += _at - at;
        return at == _lineStart;
    }

    private bool TryOpen(CodePart part) => part.Form switch
    {
        PartForm.Literal => Taken(part, _at + part.Open.Length),
        PartForm.Line => TakeLine(part),
        PartForm.Region or PartForm.Lines => Opened(part, part.Open.Length, part.Nests ? part.Open : "", part.Close),
        PartForm.Word => TakeWord(part),
        PartForm.Character => TakeCharacter(part),
        PartForm.Regex => TakeRegex(part),
        PartForm.QuoteRun => OpenQuoteRun(part),
        PartForm.HashQuote => OpenHashQuote(part),
        PartForm.LongBracket => OpenLongBracket(part),
        PartForm.NamedQuote => OpenNamedQuote(part),
        PartForm.Heredoc => AnnounceHeredoc(part),
        PartForm.AnyDelimiter => OpenAnyDelimiter(part),
        PartForm.BlockScalar => AnnounceBlockScalar(part),
        PartForm.Fence => OpenFence(part),
        _ => OpenEmbedded(part),
    };

    private bool Taken(CodePart part, int to)
    {
        TakeValue(part.Token, to);
        return true;
    }

    private bool TakeLine(CodePart part)
    {
        var end = LineEnd(_at);
        var close = part.Close is "" ? -1 : _code.AsSpan(_at, end - _at).IndexOf(part.Close, StringComparison.Ordinal);
        Take(part.Token, close < 0 ? end : _at + close);
        return true;
    }

    private bool TakeWord(CodePart part)
    {
        var language = Top.Language;
        var end = _at + part.Open.Length;
        if (!language.IsWordPart(CharAt(end)) && !Allows(part, CharAt(end)))
            return false;
        // Symbols begin with a letter; what goes before two colons is a scope.
        if (part.Open == ":" && (Before == ':' || !language.IsWordStart(CharAt(end))))
            return false;
        while (language.IsWordPart(CharAt(end)) || Allows(part, CharAt(end)))
            end++;
        end = Math.Min(end, Top.End);
        // A colour; every other #word is an element's id.
        if (part.Token == CodeToken.Number && part.Open == "#" && _code.AsSpan(_at + 1, end - _at - 1).ContainsAnyExcept(HexDigits))
            return false;
        if (part.Close is not "" && IsAt(end, part.Close))
            end += part.Close.Length;
        TakeValue(part.Token, end);
        _afterDirective = part.Token == CodeToken.Keyword;
        _afterValue = part.Token != CodeToken.Keyword;
        return true;
    }

    private static bool Allows(CodePart part, char letter) => letter != '\0' && part.WordPart.Contains(letter, StringComparison.Ordinal);

    /// <summary>A character in quotes: one, or a backslash and what it means, which is short.</summary>
    private bool TakeCharacter(CodePart part)
    {
        const int MaxEscape = 12;
        var start = _at + part.Open.Length;
        if (CharAt(start) == '\\')
        {
            var end = start + 2;
            while (end < start + MaxEscape && CharAt(end) is not ('\'' or '\n' or '\0'))
                end++;
            return CharAt(end) == '\'' && Taken(part, end + 1);
        }

        var length = char.IsHighSurrogate(CharAt(start)) ? 2 : 1;
        return CharAt(start) is not ('\'' or '\n') && CharAt(start + length) == '\'' && Taken(part, start + length + 1);
    }

    private bool TakeRegex(CodePart part)
    {
        var inClass = false;
        var end = _at + 1;
        for (; CharAt(end) is not ('\n' or '\0'); end++)
        {
            var letter = _code[end];
            if (letter == '\\' && CharAt(end + 1) is not ('\n' or '\0'))
                end++;
            else if (letter == '[')
                inClass = true;
            else if (letter == ']')
                inClass = false;
            else if (letter == '/' && !inClass)
                break;
        }

        if (CharAt(end) == '/')
            end++;
        while (char.IsAsciiLetter(CharAt(end)))
            end++;
        return Taken(part, Math.Min(end, Top.End));
    }

    /// <summary>Takes what opens a string, and goes into it; where too much is open, it is text.</summary>
    private bool Opened(CodePart part, int length, string open, string close, bool hasHoles = true)
    {
        if (!HasRoom)
            return false;
        var end = Math.Min(_at + length, Top.End);
        Push(new CodeFrame
        {
            Kind = FrameKind.Region,
            Language = Top.Language,
            Part = part,
            Open = open,
            Close = close,
            Bodies = part.Bodies,
            End = Top.End,
            OneLine = part.OneLine,
            HasHoles = hasHoles && !part.Holes.IsEmpty,
        });
        Take(part.Token, end);
        return true;
    }
}
