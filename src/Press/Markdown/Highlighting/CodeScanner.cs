namespace Press;

/// <summary>
/// Puts the words of code into classes by the tables of its language. It never goes back: a part that does not end where it
/// should goes on to the end of its line or of the text, and every look ahead is at text that no other one looks at, or has a
/// fixed length. So time is proportional to length, for every text.
/// </summary>
internal sealed partial class CodeScanner
{
    // Deeper, code in strings in code is no more told apart.
    private const int MaxDepth = 100;

    private readonly string _code;
    private readonly TokenWriter _writer;
    private CodeFrame[] _frames = new CodeFrame[8];
    private int _depth;
    private int _at;

    // What the parts before this place have said.
    private int _lineStart;
    private int _keyColumn;
    private bool _atStatement = true;
    private bool _afterValue;
    private bool _afterDirective;
    private CodeToken _next;

    private CodeScanner(string code)
    {
        _code = code;
        _writer = new TokenWriter(code);
    }

    /// <summary>How many characters were looked at, some more than once.</summary>
    public long Steps { get; private set; }

    private ref CodeFrame Top => ref _frames[_depth - 1];

    /// <summary>The code as HTML, and what that took.</summary>
    public static (string Html, long Steps) Scan(string code, LanguageTables language)
    {
        if (language.Language.IsTerminal && !TerminalPrompt.IsIn(code))
            language = CodeLanguages.Find(language.Language.Inner)!;
        var scanner = new CodeScanner(code);
        scanner.Push(new CodeFrame { Language = language, Open = "", Close = "", End = code.Length });
        scanner.Run();
        return (scanner._writer.ToHtml(), scanner.Steps);
    }

    private void Run()
    {
        while (_depth > 0)
        {
            if (_at >= Top.End)
                _depth--;
            else
                Step();
        }
    }

    private void Step()
    {
        switch (Top.Kind)
        {
            case FrameKind.Region:
                ScanRegion();
                break;
            case FrameKind.Tag:
                ScanTag();
                break;
            case FrameKind.Children:
                ScanText();
                break;
            default:
                if (Top.Language.Language.Markup is MarkupForm.Xml or MarkupForm.Html)
                    ScanText();
                else
                    ScanCode();
                break;
        }
    }

    /// <summary>Whether one more may be opened inside what is open.</summary>
    private bool HasRoom => _depth < MaxDepth;

    private void Push(CodeFrame frame)
    {
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        frame.Close ??= "";
        frame.Open ??= "";
        frame.Tag ??= "";
        _frames[_depth++] = frame;
    }

    private char CharAt(int at)
    {
        Steps++;
        return at < Top.End ? _code[at] : '\0';
    }

    private char Before => _at > 0 ? _code[_at - 1] : '\n';

    private bool IsAt(int at, string text, bool ignoresCase = false)
    {
        Steps += text.Length;
        return at + text.Length <= Top.End
            && _code.AsSpan(at, text.Length).Equals(text, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    /// <summary>The end of a line, without what ends it.</summary>
    private int LineEnd(int from)
    {
        var length = _code.AsSpan(from, Top.End - from).IndexOf('\n');
        var end = length < 0 ? Top.End : from + length;
        Steps += end - from;
        return end;
    }

    private int SkipBlanks(int from)
    {
        while (CharAt(from) is ' ' or '\t')
            from++;
        return from;
    }

    /// <summary>Takes what lies between here and a place.</summary>
    private void Take(CodeToken token, int to)
    {
        _at = to;
        _writer.Write(token, to);
    }

    private void TakeBreak()
    {
        Take(CodeToken.Plain, _at + 1);
        _lineStart = _at;
    }

    /// <summary>Goes on with code of another language, to a place or to a bracket.</summary>
    private void Enter(LanguageTables language, int end, string open = "", string close = "", bool oneLine = false)
    {
        Push(new CodeFrame { Language = language, End = end, Open = open, Close = close, OneLine = oneLine });
        _atStatement = true;
        _afterValue = false;
        _next = CodeToken.Plain;
    }
}
