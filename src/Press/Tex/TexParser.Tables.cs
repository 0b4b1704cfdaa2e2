namespace Press;

/// <summary>Delimiters and tables.</summary>
internal sealed partial class TexParser
{
    /// <summary>A delimiter as high as what it encloses; nothing for the one that is written as a full stop.</summary>
    private static string Fence(string text, string form) => text is ""
        ? ""
        : MathXml.Text($"mo fence=\"true\" form=\"{form}\" stretchy=\"true\"", text);

    private MathAtom Fenced(TexToken start)
    {
        List<string> parts = [Fence(Delimiter(), "prefix"), ParseRow()];
        while (_reader.Take("\\middle"))
        {
            parts.Add(MathXml.Text("mo lspace=\"0.05em\" rspace=\"0.05em\" fence=\"true\" form=\"infix\" stretchy=\"true\"", Delimiter()));
            parts.Add(ParseRow());
        }

        Expect("\\right", start);
        parts.Add(Fence(Delimiter(), "postfix"));
        return MathAtom.Ordinary(MathXml.Row(parts));
    }

    private MathAtom Sized(string command, string size)
    {
        var delimiter = Delimiter();
        if (delimiter is "")
            return Nothing;
        var kind = command[^1] switch
        {
            'l' => AtomKind.Opening,
            'r' => AtomKind.Closing,
            'm' => AtomKind.Relation,
            _ => AtomKind.Ordinary,
        };
        var spaced = kind == AtomKind.Relation ? "" : " lspace=\"0\" rspace=\"0\"";
        var element = $"mo fence=\"true\" stretchy=\"true\" symmetric=\"true\" minsize=\"{size}\" maxsize=\"{size}\"{spaced}";
        return new MathAtom(MathXml.Text(element, delimiter), kind);
    }

    private string Delimiter()
    {
        var token = _reader.Next();
        if (token.Text is ".")
            return "";
        if (token.Text is "<" or ">")
            return token.Text is "<" ? "⟨" : "⟩";
        var isKnown = token.IsCommand
            ? TexSymbols.TryFind(token.Text, out var symbol)
            : TexSymbols.TryFindCharacter(token.Text, out symbol);
        return isKnown
            ? symbol.Text
            : throw new TexException(
                $"'{token.Text}' is not a delimiter. "
                    + "Write one of ( ) [ ] \\{ \\} | \\| \\langle \\rangle, or a full stop for none.",
                token);
    }

    private MathAtom Environment(TexToken start)
    {
        var name = _reader.Word();
        var environment = TexEnvironment.Find(name)
            ?? throw new TexException($"the environment '{name}' is not known. Write aligned, cases, array or a matrix.", start);
        var kind = name.TrimEnd('*');
        if (kind is "array" or "tabular" or "subarray")
        {
            _reader.Option();
            environment = environment with { Columns = _reader.Word() };
        }
        else if (kind is "alignat" or "alignedat")
            _reader.Argument();
        else if (kind.EndsWith("matrix", StringComparison.Ordinal) && name.EndsWith('*'))
        {
            var columns = _reader.Option() is { } option ? string.Concat(option.Select(token => token.Text)) : "c";
            environment = environment with { Columns = columns };
        }
        else if (kind is "aligned" or "gathered" or "split")
            _reader.Option();

        var display = _isDisplay;
        _isDisplay = environment.IsDisplay;
        var table = Table(environment, first: null);
        _isDisplay = display;
        Expect("\\end", start);
        var end = _reader.Peek();
        if (_reader.Word() is var closed && closed != name)
            throw new TexException($"'\\begin{{{name}}}' ends with '\\end{{{closed}}}'. Write \\end{{{name}}}.", end);
        return MathAtom.Ordinary(environment is { Open: "", Close: "" }
            ? table
            : MathXml.Row([Fence(environment.Open, "prefix"), table, Fence(environment.Close, "postfix")]));
    }

    private MathAtom Stack(TexToken start)
    {
        Expect("{", start);
        var table = Table(TexEnvironment.Stack, first: null);
        Expect("}", start);
        return MathAtom.Ordinary(table);
    }

    /// <summary>The rows of a table, up to what ends it.</summary>
    /// <param name="environment">How it is set.</param>
    /// <param name="first">Its first cell, if that has been read.</param>
    private string Table(TexEnvironment environment, string? first)
    {
        var columns = TexColumns.Of(environment.Columns);
        var rows = new List<string>();
        var endsWithRule = false;
        bool isFollowed;
        do
        {
            var hasRule = TakeRules();
            var cells = new List<string> { first ?? ParseRow() };
            first = null;
            while (_reader.Take("&"))
                cells.Add(ParseRow());
            isFollowed = _reader.Peek().Text is "\\\\" or "\\cr";
            // A line break at the end makes no row.
            if (isFollowed || cells.Count > 1 || cells[0] is not "<mrow></mrow>" || rows.Count == 0)
                rows.Add(MathXml.Element(hasRule ? "mtr class=\"tex-rule\"" : "mtr", [.. cells.Select(columns.Cell)]));
            else
                endsWithRule = hasRule;
            if (isFollowed)
                TakeBreak();
        }
        while (isFollowed);

        var classes = $"{environment.Class}{(endsWithRule ? " tex-end" : "")}".Trim();
        var style = classes is "" ? "" : $" class=\"{classes}\"";
        return MathXml.Element($"mtable{style}{(environment.IsDisplay ? " displaystyle=\"true\"" : "")}", [.. rows]);
    }

    private bool TakeRules()
    {
        var hasRule = false;
        while (_reader.Peek().Text is "\\hline" or "\\toprule" or "\\midrule" or "\\bottomrule")
        {
            _reader.Next();
            hasRule = true;
        }

        return hasRule;
    }

    /// <summary>The end of a line, and how far it is to the next: <c>\\[2ex]</c>.</summary>
    private void TakeBreak()
    {
        _reader.Next();
        if (_reader.PeekRaw().Text is "*")
            _reader.NextRaw();
        if (_reader.PeekRaw().Text is "[")
            _reader.Option();
    }
}
