using System.Text;

namespace Press;

/// <summary>Writes code as HTML. Text of one kind in a row becomes one element.</summary>
internal sealed class TokenWriter(string code)
{
    private static readonly string[] Classes = ["", "comment", "keyword", "string", "number", "type", "name", "inserted", "deleted"];

    private readonly StringBuilder _html = new(code.Length * 2);
    private CodeToken _token;
    private int _start;
    private int _end;

    /// <summary>Takes the text up to a place, which goes on from the one before.</summary>
    public void Write(CodeToken token, int end)
    {
        if (token != _token)
        {
            Flush();
            _token = token;
        }

        _end = end;
    }

    /// <summary>Makes the last element another kind.</summary>
    public void Recolour(CodeToken token) => _token = token;

    public string ToHtml()
    {
        Flush();
        return _html.ToString();
    }

    private void Flush()
    {
        if (_end > _start && _token != CodeToken.Plain)
            _html.Append("<span class=\"hl-").Append(Classes[(int)_token]).Append("\">");
        Encode(code.AsSpan(_start, _end - _start));
        if (_end > _start && _token != CodeToken.Plain)
            _html.Append("</span>");
        _start = _end;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>&\"") is >= 0 and var at)
        {
            _html.Append(text[..at]).Append(text[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            text = text[(at + 1)..];
        }

        _html.Append(text);
    }
}
