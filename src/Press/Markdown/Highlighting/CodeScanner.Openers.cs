namespace Press;

internal sealed partial class CodeScanner
{
    private const int MaxHeredocs = 8;
    private const string Brackets = "(){}[]<>";

    private readonly Queue<(CodePart Part, string Word, bool HasHoles)> _heredocs = new();
    private bool _blockScalar;
    private int _fenceEnd = -1;

    private bool OpenQuoteRun(CodePart part)
    {
        var quote = part.Open[^1];
        var end = _at + part.Open.Length;
        while (CharAt(end) == quote)
            end++;
        var count = end - _at - part.Open.TrimEnd(quote).Length;
        return Opened(part, end - _at, "", new string(quote, Math.Min(count, MaxName)));
    }

    private bool OpenHashQuote(CodePart part)
    {
        // In a row of signs the first one stands for all; the others are looked at no more.
        if (part.Open == "#" && Before == '#')
            return false;
        var end = _at + part.Open.TrimEnd('#').Length;
        var start = end;
        while (CharAt(end) == '#')
            end++;
        if (CharAt(end) != '"' || end - start > MaxName)
            return false;
        return Opened(part, end + 1 - _at, "", "\"" + new string('#', end - start));
    }

    private bool OpenLongBracket(CodePart part)
    {
        var start = _at + part.Open.Length;
        var end = start;
        while (CharAt(end) == '=')
            end++;
        if (CharAt(end) != '[' || end - start > MaxName)
            return false;
        return Opened(part, end + 1 - _at, "", "]" + new string('=', end - start) + "]");
    }

    private bool OpenNamedQuote(CodePart part)
    {
        var start = _at + part.Open.Length;
        var end = start;
        while (end - start < MaxName && CharAt(end) is not ('(' or ')' or ' ' or '\\' or '\n' or '\0'))
            end++;
        return CharAt(end) == '(' && Opened(part, end + 1 - _at, "", $"){_code.AsSpan(start, end - start)}\"");
    }

    /// <summary>Notes that the lines after this one are a string, to the one that holds the word that stands here.</summary>
    private bool AnnounceHeredoc(CodePart part)
    {
        var at = _at + part.Open.Length;
        var isMarked = CharAt(at) is '-' or '~' or '\\';
        if (isMarked)
            at++;
        if (part.WordPart.Contains(' ', StringComparison.Ordinal))
            at += CharAt(at) == ' ' ? 1 : 0;
        var quote = CharAt(at) is '\'' or '"' or '`' ? CharAt(at++) : '\0';
        var start = at;
        while (at - start < MaxName && (char.IsAsciiLetterOrDigit(CharAt(at)) || CharAt(at) == '_'))
            at++;
        // a << b shifts, where the language writes a heredoc's word in capitals.
        var isAnyWord = isMarked || quote != '\0' || part.WordPart.Contains(' ', StringComparison.Ordinal);
        var isWord = at > start && !char.IsAsciiDigit(_code[start]) && (isAnyWord || char.IsAsciiLetterUpper(_code[start]));
        if (!isWord || (quote != '\0' && CharAt(at) != quote) || _heredocs.Count == MaxHeredocs)
            return false;
        _heredocs.Enqueue((part, _code[start..at], quote != '\''));
        return Taken(part, at + (quote != '\0' ? 1 : 0));
    }

    private void OpenHeredoc()
    {
        if (_heredocs.TryDequeue(out var next))
            Opened(next.Part, 0, "", next.Word, next.HasHoles);
    }

    private bool OpenAnyDelimiter(CodePart part)
    {
        var at = _at + part.Open.Length;
        var delimiter = CharAt(at);
        var isSign = !char.IsLetterOrDigit(delimiter) && !char.IsWhiteSpace(delimiter) && !char.IsSurrogate(delimiter);
        if (!isSign || delimiter is '\0' or '_' or ',' or ';' or ')' or '=')
            return false;
        if (part.Open == "%" && !Brackets.Contains(delimiter, StringComparison.Ordinal))
            return false;
        Opened(part, part.Open.Length + 1, "", "");
        if (!ReferenceEquals(Top.Part, part))
            return false;
        Delimit(delimiter);
        return true;
    }

    private void Delimit(char delimiter)
    {
        var pair = Brackets.IndexOf(delimiter, StringComparison.Ordinal);
        Top.Open = pair >= 0 && pair % 2 == 0 ? delimiter.ToString() : "";
        Top.Close = (Top.Open is "" ? delimiter : Brackets[pair + 1]).ToString();
    }

    private bool AnnounceBlockScalar(CodePart part)
    {
        var at = _at + 1;
        while (at < _at + 3 && (char.IsAsciiDigit(CharAt(at)) || CharAt(at) is '+' or '-'))
            at++;
        var end = SkipBlanks(at);
        if (end < Top.End && CharAt(end) is not ('\n' or '#'))
            return false;
        _blockScalar = true;
        return Taken(part, at);
    }

    /// <summary>Takes the lines that are indented deeper than the key before them.</summary>
    private void TakeBlockScalar()
    {
        if (!_blockScalar)
            return;
        _blockScalar = false;
        while (_at < Top.End)
        {
            var text = SkipBlanks(_at);
            if (text < Top.End && CharAt(text) != '\n' && text - _at <= _keyColumn)
                return;
            var end = LineEnd(text);
            Take(CodeToken.String, end);
            if (_at < Top.End)
                TakeBreak();
        }
    }

    /// <summary>Code of the language that a fence names, to the fence that closes it.</summary>
    private bool OpenFence(CodePart part)
    {
        var fence = _at;
        while (CharAt(fence) == part.Open[0])
            fence++;
        var length = fence - _at;
        var line = LineEnd(fence);
        if (_at == _fenceEnd || length > MaxName || line == Top.End)
        {
            _fenceEnd = -1;
            return Taken(part, line);
        }

        var close = line + 1;
        while (close < Top.End && !IsFence(close, part.Open[0], length))
            close = Math.Min(LineEnd(close) + 1, Top.End);
        var name = _code[fence..Math.Min(line, fence + MaxName)].Trim();
        Take(part.Token, line);
        TakeBreak();
        _fenceEnd = close < Top.End ? SkipBlanks(close) : -1;
        if (CodeLanguages.Find(name) is { Language.IsTerminal: false } inner && inner != Top.Language)
            Enter(inner, close);
        else
            Take(CodeToken.Plain, close);
        _lineStart = _at;
        return true;
    }

    private bool IsFence(int at, char sign, int length)
    {
        at = SkipBlanks(at);
        for (var count = 0; count < length; count++)
        {
            if (CharAt(at + count) != sign)
                return false;
        }

        return true;
    }

    private bool OpenEmbedded(CodePart part)
    {
        if (!HasRoom || CodeLanguages.Find(part.Inner) is not { } inner)
            return false;
        Take(part.Token, _at + part.Open.Length);
        Enter(inner, Find(part.Close));
        return true;
    }

    /// <summary>Where a text comes next; the end of all if it does not.</summary>
    private int Find(string text)
    {
        var length = _code.AsSpan(_at, Top.End - _at).IndexOf(text, StringComparison.OrdinalIgnoreCase);
        var end = length < 0 ? Top.End : _at + length;
        Steps += end - _at;
        return end;
    }
}
