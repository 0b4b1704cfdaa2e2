
namespace Press;

/// <summary>Commands.</summary>
internal sealed partial class TexParser
{
    private static readonly MathAtom Nothing = new("", AtomKind.Space);

    /// <summary>Reads a command that holds up to the end of the group; false if the token is none.</summary>
    private bool ReadToTheEnd(TexToken token, ref List<MathAtom> atoms)
    {
        if (TexTables.FontSwitches.TryGetValue(token.Text, out var font))
        {
            _reader.Next();
            _font = font;
            return true;
        }

        if (TexTables.Magnifications.TryGetValue(token.Text, out var size))
        {
            _reader.Next();
            atoms.Add(MathAtom.Ordinary(MathXml.Element($"mstyle mathsize=\"{size}\"", ParseRow())));
            return true;
        }

        switch (token.Text)
        {
            case "\\over" or "\\choose" or "\\atop" or "\\brace" or "\\brack":
                _reader.Next();
                atoms = [MathAtom.Ordinary(Infix(token.Text, MathRow.Of(atoms), ParseRow()))];
                return true;
            case "\\displaystyle" or "\\textstyle" or "\\scriptstyle" or "\\scriptscriptstyle":
                _reader.Next();
                atoms.Add(MathAtom.Ordinary(Style(token.Text)));
                return true;
            case "\\color":
                _reader.Next();
                var color = Color();
                // MathJax reads a group as an argument, LaTeX colours all that follows.
                atoms.Add(MathAtom.Ordinary(MathXml.Element(
                    $"mstyle mathcolor=\"{color}\"", _reader.Peek().Text is "{" ? Argument() : ParseRow())));
                return true;
            default:
                return false;
        }
    }

    private static string Infix(string command, string above, string below)
    {
        var fraction = MathXml.Element(command is "\\over" ? "mfrac" : "mfrac linethickness=\"0\"", above, below);
        return command switch
        {
            "\\choose" => MathXml.Row([Fence("(", "prefix"), fraction, Fence(")", "postfix")]),
            "\\brace" => MathXml.Row([Fence("{", "prefix"), fraction, Fence("}", "postfix")]),
            "\\brack" => MathXml.Row([Fence("[", "prefix"), fraction, Fence("]", "postfix")]),
            _ => fraction,
        };
    }

    private string Style(string command)
    {
        _isDisplay = command is "\\displaystyle";
        var level = command switch { "\\scriptstyle" => 1, "\\scriptscriptstyle" => 2, _ => 0 };
        return MathXml.Element($"mstyle displaystyle=\"{(_isDisplay ? "true" : "false")}\" scriptlevel=\"{level}\"", ParseRow());
    }

    private MathAtom Command(TexToken token)
    {
        var name = token.Text;
        if (TexSymbols.TryFind(name, out var symbol))
            return Symbol(symbol);
        if (TexTables.Spaces.TryGetValue(name, out var width))
            return new MathAtom(MathXml.Space(width), AtomKind.Space);
        if (TexTables.Fonts.TryGetValue(name, out var font))
            return MathAtom.Ordinary(Argument(font));
        if (TexTables.Texts.TryGetValue(name, out var textFont))
            return MathAtom.Ordinary(Prose(textFont));
        if (TexTables.Functions.TryGetValue(name, out var function))
            return new MathAtom(MathXml.Text("mi", function), AtomKind.Function);
        if (TexTables.Limited.TryGetValue(name, out var limited))
            return new MathAtom(MathXml.Text("mi", limited), AtomKind.Function, ScriptPlace.Movable);
        if (TexTables.Sizes.TryGetValue(name, out var size))
            return Sized(name, size);
        if (TexTables.Ignored.Contains(name) || TexDefinitions.Read(token, _reader, _macros))
            return Nothing;
        if (TexTables.IgnoredWithArgument.Contains(name))
        {
            _reader.Argument();
            return Nothing;
        }

        return Decorated(name) ?? Built(token) ?? Boxed(token);
    }

    private MathAtom? Decorated(string name)
    {
        if (TexTables.Accents.TryGetValue(name, out var accent))
            return MathAtom.Ordinary(MathXml.Element("mover accent=\"true\"", Argument(), MathXml.Text("mo stretchy=\"false\"", accent)));
        if (TexTables.Over.TryGetValue(name, out var over))
            return new MathAtom(
                MathXml.Element(
                    $"mover accent=\"true\"{(over is "‾" ? " class=\"tex-over\"" : "")}",
                    Argument(),
                    MathXml.Text("mo stretchy=\"true\"", over)),
                AtomKind.Ordinary,
                PlaceAt(name));
        if (TexTables.Under.TryGetValue(name, out var under))
            return new MathAtom(
                MathXml.Element(
                    $"munder accentunder=\"true\"{(under is "_" ? " class=\"tex-under\"" : "")}",
                    Argument(),
                    MathXml.Text("mo stretchy=\"true\"", under)),
                AtomKind.Ordinary,
                PlaceAt(name));
        if (!TexTables.Arrows.TryGetValue(name, out var arrow))
            return null;

        var below = Option(isDisplay: false);
        var above = Padded(Argument(isDisplay: false));
        var stretched = MathXml.Text("mo stretchy=\"true\"", arrow);
        return new MathAtom(
            below is null ? MathXml.Element("mover", stretched, above) : MathXml.Element("munderover", stretched, Padded(below), above),
            AtomKind.Relation);
    }

    /// <summary>What stands at a brace tells what the brace holds.</summary>
    private static ScriptPlace PlaceAt(string name) =>
        name.EndsWith("brace", StringComparison.Ordinal) || name.EndsWith("bracket", StringComparison.Ordinal)
            ? ScriptPlace.BelowAndAbove
            : ScriptPlace.Beside;

    private static string Padded(string xml) => MathXml.Row([MathXml.Space("0.4em"), xml, MathXml.Space("0.4em")]);

    private MathAtom? Built(TexToken token)
    {
        switch (token.Text)
        {
            case "\\frac" or "\\cfrac" or "\\dfrac" or "\\tfrac" or "\\nicefrac" or "\\sfrac":
                return MathAtom.Ordinary(
                    Scaled(token.Text, MathXml.Element("mfrac", Argument(isDisplay: false), Argument(isDisplay: false))));
            case "\\binom" or "\\dbinom" or "\\tbinom":
                return MathAtom.Ordinary(Scaled(token.Text, Infix("\\choose", Argument(isDisplay: false), Argument(isDisplay: false))));
            case "\\sqrt":
                return Option(isDisplay: false) is { } degree
                    ? MathAtom.Ordinary(MathXml.Element("mroot", Argument(), degree))
                    : MathAtom.Ordinary(MathXml.Element("msqrt", Argument()));
            case "\\overset" or "\\stackrel":
                return Stacked("mover", token.Text is "\\stackrel");
            case "\\underset":
                return Stacked("munder", isRelation: false);
            case "\\operatorname":
                var place = _reader.Take("*") ? ScriptPlace.Movable : ScriptPlace.Beside;
                return new MathAtom(Argument(MathFont.Upright), AtomKind.Function, place);
            case "\\mathop":
                return new MathAtom(Argument(), AtomKind.Function, ScriptPlace.Movable);
            case "\\mathbin":
                return new MathAtom(Spaced(Argument(), "0.2222em"), AtomKind.Binary);
            case "\\mathrel":
                return new MathAtom(Spaced(Argument(), "0.2778em"), AtomKind.Relation);
            case "\\mathopen":
                return new MathAtom(Argument(), AtomKind.Opening);
            case "\\mathclose":
                return new MathAtom(Argument(), AtomKind.Closing);
            case "\\mathpunct":
                return new MathAtom(Argument(), AtomKind.Punctuation);
            case "\\mathord" or "\\mathinner":
                return MathAtom.Ordinary(Argument());
            case "\\not":
                return Negated();
            case "\\left":
                return Fenced(token);
            case "\\begin":
                return Environment(token);
            case "\\substack":
                return Stack(token);
            case "\\ ":
                return new MathAtom(MathXml.Space("0.25em"), AtomKind.Space);
            default:
                return null;
        }
    }

    /// <summary>A fraction as large as its command says.</summary>
    private static string Scaled(string command, string xml) => command[1] switch
    {
        'd' or 'c' => MathXml.Element("mstyle displaystyle=\"true\" scriptlevel=\"0\"", xml),
        't' => MathXml.Element("mstyle displaystyle=\"false\" scriptlevel=\"0\"", xml),
        _ => xml,
    };

    private static string Spaced(string xml, string width) => MathXml.Row([MathXml.Space(width), xml, MathXml.Space(width)]);

    private MathAtom Stacked(string name, bool isRelation)
    {
        var mark = Argument(isDisplay: false);
        var stacked = Argument();
        return new MathAtom(
            MathXml.Element(name, stacked, mark),
            isRelation || stacked.StartsWith("<mo", StringComparison.Ordinal) ? AtomKind.Relation : AtomKind.Ordinary);
    }

    /// <summary>The next symbol, struck through: Unicode has a character for those in use, and a mark for all others.</summary>
    private MathAtom Negated()
    {
        var token = _reader.Next();
        var isSymbol = token.IsCommand
            ? TexSymbols.TryFind(token.Text, out var symbol)
            : TexSymbols.TryFindCharacter(token.Text, out symbol);
        if (!isSymbol && token.IsCommand)
            throw Unknown(token);
        return MathAtom.From(new TexSymbol(((isSymbol ? symbol.Text : token.Text) + "\u0338").ToNormalForm(), AtomKind.Relation));
    }

    private static TexException Unknown(TexToken token) =>
        new($"'{token.Text}' is not known. Write it with other commands, or set 'math_renderer' to a script that knows it.", token);
}
