namespace Press;

/// <summary>
/// Reads a formula of TeX and writes it as MathML. Each token is read once, and groups stand at most <see cref="Limits.TexDepth"/> deep.
/// </summary>
/// <seealso href="https://www.w3.org/TR/mathml-core/"/>
internal sealed partial class TexParser
{
    private readonly TexReader _reader;
    private readonly TexMacros _macros;
    private MathFont _font;
    private bool _isDisplay;
    private int _depth;

    private TexParser(string tex, bool isDisplay, TexMacros macros) =>
        (_reader, _macros, _isDisplay) = (new TexReader(tex, macros), macros, isDisplay);

    /// <summary>The MathML of a formula, as one element.</summary>
    /// <param name="tex">Without its dollars.</param>
    /// <param name="isDisplay">Whether it stands alone.</param>
    /// <param name="macros">What the post has defined; takes what the formula defines.</param>
    /// <exception cref="TexException">It holds something that is not known, or is not well-formed.</exception>
    public static string Parse(string tex, bool isDisplay, TexMacros macros)
    {
        var parser = new TexParser(tex, isDisplay, macros);
        var row = parser.ParseRow();
        if (parser._reader.Peek().Text is "\\\\" or "\\cr")
            row = parser.Table(TexEnvironment.Lines, row);
        return parser._reader.Peek() is { Text: not "" } rest ? throw Misplaced(rest) : row;
    }

    private static TexException Misplaced(TexToken token) => new(
        token.Text switch
        {
            "}" => "'}' closes nothing. Write '\\}' for the character.",
            "&" => "'&' stands outside of a table. Write '\\&' for the character, or \\begin{aligned}...\\end{aligned} around it.",
            "\\\\" or "\\cr" => $"'{token.Text}' stands outside of a table. Write \\begin{{aligned}}...\\end{{aligned}} around the lines.",
            _ => $"'{token.Text}' has no beginning. Write '\\left' or '\\begin' before it.",
        },
        token);

    private static bool IsEnd(TexToken token) => token.Text is "" or "}" or "&" or "\\\\" or "\\cr" or "\\right" or "\\middle" or "\\end";

    /// <summary>All that comes up to the end of a group, a cell or the formula. What changes fonts and styles holds to there.</summary>
    private string ParseRow()
    {
        var (font, isDisplay) = (_font, _isDisplay);
        Enter();
        var atoms = new List<MathAtom>();
        while (_reader.Peek() is var token && !IsEnd(token))
        {
            if (!ReadToTheEnd(token, ref atoms))
                atoms.Add(WithScripts(token.Text is "^" or "_" or "'" ? MathAtom.Ordinary("") : ParseAtom(isSingle: false)));
        }

        _depth--;
        (_font, _isDisplay) = (font, isDisplay);
        return MathRow.Of(atoms);
    }

    private void Enter()
    {
        if (++_depth > Limits.TexDepth)
            throw new TexException("groups are nested too deep. Write the formula flatter.", _reader.Peek());
    }

    /// <summary>An argument as one element: a group, or whatever comes next.</summary>
    /// <param name="font">Its alphabet; null for that around it.</param>
    /// <param name="isDisplay">Whether it is set as a formula that stands alone; null for what is around it.</param>
    private string Argument(MathFont? font = null, bool? isDisplay = null)
    {
        var before = (_font, _isDisplay);
        (_font, _isDisplay) = (font ?? _font, isDisplay ?? _isDisplay);
        Enter();
        var token = _reader.Peek();
        if (IsEnd(token))
            throw new TexException("an argument is missing here. Write it in braces: \\sqrt{x}.", token);
        var xml = ParseAtom(isSingle: true).Xml;
        _depth--;
        (_font, _isDisplay) = before;
        return xml is "" ? MathXml.Row([]) : xml;
    }

    private string? Option(bool? isDisplay = null)
    {
        if (_reader.Option() is not { } tokens)
            return null;
        _reader.Push([new TexToken("{", 0), .. tokens, new TexToken("}", 0)]);
        return Argument(isDisplay: isDisplay);
    }

    private MathAtom ParseAtom(bool isSingle)
    {
        var token = _reader.Next();
        if (token.IsCommand)
            return Command(token);
        if (token.Text is "{")
        {
            var group = ParseRow();
            Expect("}", token);
            return MathAtom.Ordinary(group);
        }

        if (token.Text is "~")
            return new MathAtom(MathXml.Space("0.25em"), AtomKind.Space);
        if (token.IsDigit)
            return Number(token, isSingle);
        if (token.IsLetter)
            return Letters(token, isSingle);
        if (TexSymbols.TryFindCharacter(token.Text, out var symbol))
            return Symbol(symbol);
        if (!char.IsAscii(token.Text[0]))
            return Foreign(token, isSingle);
        throw new TexException($"'{token.Text}' means something else in TeX here. Write '\\{token.Text}' for the character.", token);
    }

    private void Expect(string end, TexToken start)
    {
        if (_reader.Peek() is { Text: not "" } token && token.Text != end)
            throw Misplaced(token);
        if (!_reader.Take(end))
            throw new TexException($"'{start.Text}' is not closed. Write '{end}' where it ends.", start);
    }

    private MathAtom WithScripts(MathAtom atom)
    {
        var place = atom.Limits;
        string? below = null;
        string? above = null;
        var primes = 0;
        while (true)
        {
            var token = _reader.Peek();
            if (token.Text is "_")
                below = Script(below, "_");
            else if (token.Text is "^")
                above = Script(above, "^");
            else if (token.Text is "'")
                primes += _reader.Next().Text.Length;
            else if (token.Text is "\\limits" or "\\nolimits" or "\\displaylimits")
                place = _reader.Next().Text switch
                {
                    "\\limits" => ScriptPlace.BelowAndAbove,
                    "\\nolimits" => ScriptPlace.Beside,
                    _ => ScriptPlace.Movable,
                };
            else
                break;
        }

        if (primes > 0)
            above = MathXml.Row(above is null ? [Primes(primes)] : [Primes(primes), above]);
        return below is null && above is null
            ? atom
            : atom with { Xml = Scripted(atom.Xml, place, below, above), Limits = ScriptPlace.Beside };
    }

    private string Script(string? before, string mark)
    {
        var token = _reader.Next();
        return before is null
            ? Argument(isDisplay: false)
            : throw new TexException($"a second '{mark}' stands at one place. Write braces: {{x{mark}a}}{mark}b.", token);
    }

    private static string Primes(int count) =>
        MathXml.Text("mo lspace=\"0\" rspace=\"0\"", count switch { 1 => "′", 2 => "″", 3 => "‴", 4 => "⁗", _ => new string('′', count) });

    private string Scripted(string xml, ScriptPlace place, string? below, string? above)
    {
        var isOperator = xml.StartsWith("<mo", StringComparison.Ordinal) && xml.EndsWith("</mo>", StringComparison.Ordinal);
        var isUnder = place == ScriptPlace.BelowAndAbove || (place == ScriptPlace.Movable && (isOperator || _isDisplay));
        if (place == ScriptPlace.BelowAndAbove && isOperator)
            xml = MathXml.With(xml, " movablelimits=\"false\"");
        // Browsers give a delimiter its size in a row alone.
        if (isOperator && xml.Contains("minsize", StringComparison.Ordinal))
            xml = MathXml.Element("mrow", xml);
        var name = (below, above) switch
        {
            (not null, not null) => isUnder ? "munderover" : "msubsup",
            (not null, null) => isUnder ? "munder" : "msub",
            _ => isUnder ? "mover" : "msup",
        };
        return MathXml.Element(name, xml is "" ? MathXml.Row([]) : xml, below ?? "", above ?? "");
    }
}
