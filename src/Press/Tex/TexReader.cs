namespace Press;

/// <summary>The tokens of a formula, with the macros of its post put in.</summary>
internal sealed class TexReader
{
    private readonly Stack<TexToken> _tokens;
    private readonly TexMacros _macros;
    private readonly TexToken _end;

    public TexReader(string tex, TexMacros macros)
    {
        var tokens = TexLexer.Read(tex);
        tokens.Reverse();
        _tokens = new Stack<TexToken>(tokens);
        _macros = macros;
        _end = new TexToken("", tex.Length);
    }

    /// <summary>The next token, blanks passed over and macros expanded; one without text at the end.</summary>
    public TexToken Peek()
    {
        while (_tokens.TryPeek(out var token))
        {
            if (token.IsBlank)
                _tokens.Pop();
            else if (token.IsCommand && _macros.Find(token.Text) is { } macro)
                Expand(macro);
            else
                return token;
        }

        return _end;
    }

    public TexToken Next()
    {
        var token = Peek();
        _tokens.TryPop(out _);
        return token;
    }

    /// <summary>Takes the next token if it has this text.</summary>
    public bool Take(string text)
    {
        if (Peek().Text != text)
            return false;
        _tokens.Pop();
        return true;
    }

    /// <summary>The next token as it is written, a blank too.</summary>
    public TexToken PeekRaw() => _tokens.TryPeek(out var token) ? token : _end;

    public TexToken NextRaw() => _tokens.TryPop(out var token) ? token : _end;

    /// <summary>Puts tokens before what is to come.</summary>
    public void Push(IReadOnlyList<TexToken> tokens)
    {
        for (var place = tokens.Count - 1; place >= 0; place--)
        {
            _macros.Take(tokens[place]);
            _tokens.Push(tokens[place]);
        }
    }

    /// <summary>An argument as it is written: the tokens between braces, or a single one.</summary>
    public List<TexToken> Argument()
    {
        while (PeekRaw().IsBlank)
            NextRaw();
        var first = NextRaw();
        return first.Text switch
        {
            "{" => UpTo("}", first),
            "" or "}" => throw new TexException("an argument is missing at the end. Write it in braces: \\sqrt{x}.", first),
            _ => [first],
        };
    }

    /// <summary>An argument in brackets; null if there is none.</summary>
    public List<TexToken>? Option() => Peek().Text is "[" ? UpTo("]", NextRaw()) : null;

    /// <summary>The text of an argument.</summary>
    public string Word() => string.Concat(Argument().Select(token => token.Text)).Trim();

    private List<TexToken> UpTo(string end, TexToken start)
    {
        var tokens = new List<TexToken>();
        var depth = 0;
        while (PeekRaw() is { Text: not "" } token)
        {
            NextRaw();
            if (depth == 0 && token.Text == end)
                return tokens;
            depth += token.Text switch { "{" => 1, "}" => -1, _ => 0 };
            if (depth < 0)
                break;
            tokens.Add(token);
        }

        throw new TexException($"'{start.Text}' is not closed. Write '{end}' where it ends.", start);
    }

    private void Expand(TexMacro macro)
    {
        var call = NextRaw();
        var arguments = new List<IReadOnlyList<TexToken>>();
        if (macro.Default is { } value)
            arguments.Add(OptionRaw() ?? [.. value]);
        while (arguments.Count < macro.Arguments)
            arguments.Add(Argument());
        Push([.. macro.Expand(arguments, call.At)]);
    }

    private List<TexToken>? OptionRaw()
    {
        while (PeekRaw().IsBlank)
            NextRaw();
        return PeekRaw().Text is "[" ? UpTo("]", NextRaw()) : null;
    }
}
