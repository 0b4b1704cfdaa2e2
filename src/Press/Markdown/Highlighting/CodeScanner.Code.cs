namespace Press;

internal sealed partial class CodeScanner
{
    private const int MaxKey = 200;

    private void ScanCode()
    {
        var letter = CharAt(_at);
        var language = Top.Language;
        if (language.Language.IsTerminal && _at == _lineStart && _depth == 1)
            ScanTerminalLine();
        else if (letter == '\n')
            EndLine();
        else if (letter is ' ' or '\t' or '\r')
            Take(CodeToken.Plain, SkipBlanks(_at + 1));
        else if (!IsClosed(letter) && !TryPart() && !TryKey(letter) && !TryElement(letter))
            ScanWordOrSign(letter);
    }

    private void ScanWordOrSign(char letter)
    {
        var language = Top.Language;
        if (char.IsAsciiDigit(letter) && language.Language.HasNumbers)
            ScanNumber();
        else if (language.IsWordStart(letter) && !(letter == '-' && char.IsAsciiDigit(CharAt(_at + 1))))
            ScanWord();
        else if (language.IsWordPart(letter) && letter != '-')
            TakeValue(CodeToken.Plain, WordEnd(_at + 1));
        else
            TakeSign(letter);
    }

    private void TakeSign(char letter)
    {
        // A list's dash begins an entry, and the entry may be a key.
        if (_atStatement && Top.Language.Language.Keys is { BlankAfter: true } && IsMarker(letter))
        {
            _keyColumn = _at - _lineStart;
            Take(CodeToken.Plain, _at + 1);
            return;
        }

        Take(CodeToken.Plain, _at + 1);
        _afterValue = letter is ')' or ']';
        _afterDirective = false;
        _next = CodeToken.Plain;
        _atStatement = Top.Language.Language.Statements.Contains(letter, StringComparison.Ordinal);
    }

    private bool IsMarker(char letter) => letter is '-' or '?' && CharAt(_at + 1) is ' ' or '\n';

    /// <summary>Counts the brackets of code in a string, and leaves it at the last.</summary>
    private bool IsClosed(char letter)
    {
        ref var frame = ref Top;
        if (frame.Close is "")
            return false;
        if (letter == frame.Open[0])
        {
            frame.Depth++;
            return false;
        }

        if (letter != frame.Close[0])
            return false;
        if (frame.Depth-- > 0)
            return false;
        _depth--;
        Take(Top.Part?.Token ?? CodeToken.Plain, _at + 1);
        _afterValue = true;
        return true;
    }

    private void EndLine()
    {
        var continues = Before == '\\';
        TakeBreak();
        if (!continues && Top.Language.Language.Statements.Contains('\n', StringComparison.Ordinal))
            _atStatement = true;
        _afterDirective = false;
        _next = CodeToken.Plain;
        while (Top.OneLine && _depth > 1)
            _depth--;
        OpenHeredoc();
        TakeBlockScalar();
    }

    private int WordEnd(int from)
    {
        while (Top.Language.IsWordPart(CharAt(from)))
            from++;
        return Math.Min(from, Top.End);
    }

    private void ScanWord()
    {
        var language = Top.Language;
        var start = _at;
        var end = WordEnd(start + 1);
        var word = language.Find(_code.AsSpan(start, end - start));
        var isMember = Before == '.' && !(start > 1 && _code[start - 2] == '.');
        var token = word.Token;
        if (_atStatement && (word.IsCommand || language.Language.AnyCommand))
            token = CodeToken.Keyword;
        else if (isMember)
            token = CodeToken.Plain;

        if (token == CodeToken.Plain)
            token = _next == CodeToken.Plain && language.Language.CapitalTypes && char.IsUpper(_code[start]) ? CodeToken.Type : _next;
        Take(token, end);
        _next = isMember ? CodeToken.Plain : word.Next;
        _afterValue = token != CodeToken.Keyword || word.IsValue;
        _afterDirective = false;
        _atStatement = false;
    }

    private void TakeValue(CodeToken token, int to)
    {
        Take(token, to);
        _afterValue = true;
        _afterDirective = false;
        _atStatement = false;
        _next = CodeToken.Plain;
    }

    /// <summary>Digits and what belongs to them: a base, a fraction, an exponent, a unit.</summary>
    private void ScanNumber()
    {
        var separator = Top.Language.Language.DigitSeparator;
        var isHex = CharAt(_at) == '0' && CharAt(_at + 1) is 'x' or 'X';
        var end = _at + 1;
        while (true)
        {
            var letter = CharAt(end);
            var belongs = char.IsAsciiLetterOrDigit(letter) || letter == '_'
                || (letter == '.' && char.IsAsciiDigit(CharAt(end + 1)))
                || (letter is '+' or '-' && !isHex && _code[end - 1] is 'e' or 'E' && char.IsAsciiDigit(CharAt(end + 1)))
                || (letter != '\0' && letter == separator && char.IsAsciiHexDigit(CharAt(end + 1)));
            if (!belongs)
                break;
            end++;
        }

        TakeValue(CodeToken.Number, end);
    }

    /// <summary>Takes a key, if one stands here. A key ends where a statement begins: no two looks ahead share text.</summary>
    private bool TryKey(char first)
    {
        if (Top.Language.Language.Keys is not { } keys || !_atStatement || (keys.FirstColumn && _at > _lineStart))
            return false;
        if (keys.Ends.Contains(first, StringComparison.Ordinal) || (keys.BlankAfter && IsMarker(first)))
            return false;
        if (Top.Language.HasCommands && Top.Language.Find(_code.AsSpan(_at, WordEnd(_at) - _at)).IsCommand)
            return false;

        var last = _at;
        for (var end = _at; end < Math.Min(Top.End, _at + MaxKey); end++)
        {
            var letter = CharAt(end);
            var ends = keys.Ends.Contains(letter, StringComparison.Ordinal) && (!keys.BlankAfter || CharAt(end + 1) is ' ' or '\n' or '\0');
            if (ends && end > _at)
            {
                _keyColumn = _at - _lineStart;
                TakeValue(CodeToken.Name, last);
                return true;
            }

            if (letter == '\n' || keys.Without.Contains(letter, StringComparison.Ordinal))
                return false;
            // Blanks and the first sign of +=, ?= and := are no part of a key.
            if (letter is not (' ' or '\t' or '?' or '+' or ':'))
                last = end + 1;
        }

        return false;
    }

    /// <summary>A line of a terminal: a prompt and a command, or what the command printed.</summary>
    private void ScanTerminalLine()
    {
        var end = LineEnd(_at);
        var prompt = TerminalPrompt.LengthAt(_code.AsSpan(_at, end - _at));
        Steps += Math.Min(end - _at, TerminalPrompt.MaxLength);
        if (prompt == 0 || CodeLanguages.Find(Top.Language.Language.Inner) is not { } shell)
        {
            Take(CodeToken.Plain, end);
            if (_at < Top.End)
                TakeBreak();
            return;
        }

        Take(CodeToken.Name, _at + prompt);
        // With the break, so that the next line is looked at as one.
        Enter(shell, Math.Min(end + 1, Top.End));
    }
}
