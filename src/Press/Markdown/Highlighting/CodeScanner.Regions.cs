namespace Press;

internal sealed partial class CodeScanner
{
    /// <summary>Takes a string or a comment to its end, or to code in it.</summary>
    private void ScanRegion()
    {
        var part = Top.Part!;
        var ignoresCase = Top.Language.Language.IgnoresCase;
        while (_at < Top.End)
        {
            var letter = CharAt(_at);
            if (part.Form is PartForm.Heredoc or PartForm.Lines)
            {
                if (_at == _lineStart && IsLastLine(part))
                    return;
            }
            else if (Top.Close[0] == letter && IsAt(_at, Top.Close, ignoresCase))
            {
                if (Leaves(part))
                    return;
                continue;
            }

            if (Top.HasHoles && TryHole(part, letter))
                return;
            if (letter == part.Escape && letter != '\0' && _at + 1 < Top.End)
            {
                TakeInside(part, _at + 1);
                TakeInside(part, _at + 1);
            }
            else if (letter == '\n' && part.OneLine)
            {
                _depth--;
                return;
            }
            else if (Top.Open is not "" && Top.Open[0] == letter && IsAt(_at, Top.Open, ignoresCase))
            {
                Top.Depth++;
                TakeInside(part, _at + Top.Open.Length);
            }
            else
            {
                TakeInside(part, _at + 1);
            }
        }
    }

    private void TakeInside(CodePart part, int to)
    {
        var isBreak = _code[_at] == '\n';
        Take(part.Token, to);
        if (isBreak)
            _lineStart = _at;
    }

    /// <summary>Takes what closes a string; whether that was its end.</summary>
    private bool Leaves(CodePart part)
    {
        var close = Top.Close;
        if (part.Doubles && IsAt(_at + close.Length, close))
        {
            Take(part.Token, _at + (2 * close.Length));
            return false;
        }

        Take(part.Token, _at + close.Length);
        if (Top.Depth > 0)
        {
            Top.Depth--;
            return false;
        }

        if (--Top.Bodies > 0 && NextBody(part))
            return false;
        if (part.Form == PartForm.AnyDelimiter && part.Open[0] != '%')
        {
            while (char.IsAsciiLetter(CharAt(_at)))
                Take(part.Token, _at + 1);
        }

        _depth--;
        if (part.Token == CodeToken.Comment)
            return true;
        _afterValue = true;
        _afterDirective = false;
        _next = CodeToken.Plain;
        TakeStringKey();
        _atStatement = false;
        return true;
    }

    /// <summary>The second of two delimited bodies: in brackets of its own, or after the delimiter in the middle.</summary>
    private bool NextBody(CodePart part)
    {
        if (Top.Open is "")
            return true;
        // Blanks may stand between; the few that fit are looked at once more if no body follows.
        const int MaxBlanks = 40;
        var at = _at;
        while (at < _at + MaxBlanks && CharAt(at) is ' ' or '\t' or '\n')
            at++;
        if (CharAt(at) is not ('(' or '[' or '{' or '<' or '/' or '!' or '|'))
            return false;
        Delimit(CharAt(at));
        Take(part.Token, at + 1);
        return true;
    }

    /// <summary>Makes a string that stands before a colon a key.</summary>
    private void TakeStringKey()
    {
        var ends = Top.Language.Language.StringKeyEnds;
        if (ends is not "" && CharAt(SkipBlanks(_at)) is not '\0' and var sign && ends.Contains(sign, StringComparison.Ordinal))
            _writer.Recolour(CodeToken.Name);
    }

    /// <summary>Whether the line that begins here ends the lines before it; then it is taken.</summary>
    private bool IsLastLine(CodePart part)
    {
        var word = part.Form == PartForm.Heredoc ? SkipBlanks(_at) : _at;
        if (!IsAt(word, Top.Close) || char.IsLetterOrDigit(CharAt(word + Top.Close.Length)) || CharAt(word + Top.Close.Length) == '_')
            return false;
        Take(part.Token, word + Top.Close.Length);
        if (part.Form == PartForm.Lines)
            Take(part.Token, LineEnd(_at));
        _depth--;
        OpenHeredoc();
        return true;
    }

    private bool TryHole(CodePart part, char letter)
    {
        foreach (var hole in part.Holes)
        {
            if (hole.Open[0] != letter || !IsAt(_at, hole.Open))
                continue;
            if (hole.Open == "{" && CharAt(_at + 1) == '{')
            {
                Take(part.Token, _at + 2);
                return true;
            }

            if (!HasRoom)
                return false;
            Take(part.Token, _at + hole.Open.Length);
            Enter(Top.Language, Top.End, hole.Close switch { ')' => "(", ']' => "[", _ => "{" }, hole.Close.ToString(), part.OneLine);
            return true;
        }

        return false;
    }
}
