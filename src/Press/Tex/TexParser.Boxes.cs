using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Text, colours, frames and blanks.</summary>
internal sealed partial class TexParser
{
    private MathAtom Boxed(TexToken token)
    {
        switch (token.Text)
        {
            case "\\boxed":
                return MathAtom.Ordinary(MathXml.Element("mrow class=\"tex-box\"", Argument(isDisplay: true)));
            case "\\fbox":
                return MathAtom.Ordinary(MathXml.Element("mrow class=\"tex-box\"", Prose(MathFont.Upright)));
            case "\\cancel" or "\\bcancel" or "\\xcancel" or "\\sout":
                return MathAtom.Ordinary(MathXml.Element("mrow class=\"tex-cancel\"", Argument()));
            case "\\phantom" or "\\hphantom" or "\\vphantom":
                return MathAtom.Ordinary(Phantom(token.Text, MathXml.Element("mphantom", Argument())));
            case "\\smash" or "\\mathclap" or "\\mathllap" or "\\mathrlap" or "\\llap" or "\\rlap" or "\\clap":
                _reader.Option();
                return MathAtom.Ordinary(Argument());
            case "\\textcolor":
                var color = Color();
                return MathAtom.Ordinary(MathXml.Element($"mstyle mathcolor=\"{color}\"", Argument()));
            case "\\colorbox":
                var background = Color();
                return MathAtom.Ordinary(MathXml.Element($"mrow mathbackground=\"{background}\"", Prose(MathFont.Upright)));
            case "\\hspace" or "\\hspace*" or "\\mspace":
                _reader.Take("*");
                return new MathAtom(MathXml.Space(Length(_reader.Word(), token)), AtomKind.Space);
            case "\\kern" or "\\mkern" or "\\hskip" or "\\mskip":
                return new MathAtom(MathXml.Space(Length(Dimension(), token)), AtomKind.Space);
            case "\\rule":
                var (width, height) = (Length(_reader.Word(), token), Length(_reader.Word(), token));
                return MathAtom.Ordinary($"<mspace width=\"{width}\" height=\"{height}\" mathbackground=\"currentcolor\"></mspace>");
            case "\\tag":
                var isBare = _reader.Take("*");
                var tag = _reader.Word();
                return MathAtom.Ordinary(MathXml.Row([MathXml.Space("2em"), MathXml.Text("mtext", isBare ? tag : $"({tag})")]));
            case "\\ref" or "\\eqref":
                var label = _reader.Word();
                return MathAtom.Ordinary(MathXml.Text("mtext", token.Text is "\\ref" ? label : $"({label})"));
            case "\\bmod":
                return new MathAtom(MathXml.Text("mo lspace=\"0.2222em\" rspace=\"0.2222em\"", "mod"), AtomKind.Binary);
            case "\\pmod" or "\\pod":
                var modulus = token.Text is "\\pmod" ? MathXml.Text("mi", "mod") + MathXml.Space("0.3333em") : "";
                return MathAtom.Ordinary(MathXml.Row(
                [
                    MathXml.Space("1em"),
                    MathXml.Text("mo stretchy=\"false\"", "("),
                    modulus + Argument(),
                    MathXml.Text("mo stretchy=\"false\"", ")"),
                ]));
            case "\\mod":
                return MathAtom.Ordinary(
                    MathXml.Row([MathXml.Space("1em"), MathXml.Text("mi", "mod"), MathXml.Space("0.3333em"), Argument()]));
            case "\\LaTeX" or "\\TeX" or "\\KaTeX" or "\\MathJax":
                return MathAtom.Ordinary(MathXml.Text("mtext", token.Text[1..]));
            default:
                throw Unknown(token);
        }
    }

    private static string Phantom(string command, string xml) => command switch
    {
        "\\hphantom" => MathXml.Element("mpadded height=\"0\" depth=\"0\"", xml),
        "\\vphantom" => MathXml.Element("mpadded width=\"0\"", xml),
        _ => xml,
    };

    /// <summary>A colour by its name or its six digits, and nothing else that an attribute could hold.</summary>
    private string Color()
    {
        var model = _reader.Option();
        var token = _reader.Peek();
        var color = _reader.Word();
        var isHex = model is not null && string.Concat(model.Select(part => part.Text)) is "HTML";
        var digits = isHex ? color : color.TrimStart('#');
        var isRight = isHex || color.StartsWith('#')
            ? digits.Length is 3 or 6 && digits.All(char.IsAsciiHexDigit)
            : model is null && color is not "" && color.All(char.IsAsciiLetter);
        return isRight
            ? (isHex || color.StartsWith('#') ? "#" + digits : color)
            : throw new TexException($"'{color}' is not a colour. Write a name (red) or six digits (#9a3412).", token);
    }

    /// <summary>An argument of prose, in which dollars stand around formulas.</summary>
    private string Prose(MathFont font)
    {
        var parts = new List<string>();
        var text = new StringBuilder();
        var tokens = _reader.Argument();
        for (var place = 0; place < tokens.Count; place++)
        {
            if (tokens[place].Text is not "$")
            {
                text.Append(Spoken(tokens[place]));
                continue;
            }

            var end = tokens.FindIndex(place + 1, token => token.Text is "$");
            if (end < 0)
                throw new TexException(
                    "'$' is not closed. Write another '$' where the formula ends, or '\\$' for the character.", tokens[place]);
            Flush();
            _reader.Push([new TexToken("{", tokens[place].At), .. tokens[(place + 1)..end], new TexToken("}", tokens[end].At)]);
            parts.Add(Argument(MathFont.Default, isDisplay: false));
            place = end;
        }

        Flush();
        return MathXml.Row(parts);

        void Flush()
        {
            if (text.Length > 0)
                parts.Add(MathXml.Text("mtext", MathAlphabet.Of(text.ToString(), font)));
            text.Clear();
        }
    }

    /// <summary>A token of prose. Blanks at the ends of an element would be lost, so none of them may be lost.</summary>
    private static string Spoken(TexToken token)
    {
        if (!token.IsCommand)
            return token.Text switch { "{" or "}" => "", " " or "~" => "\u00A0", _ => token.Text };
        if (token.Text is "\\ " or "\\\\" or "\\newline" || TexTables.Spaces.ContainsKey(token.Text))
            return token.Text switch { "\\quad" => "\u2003", "\\qquad" => "\u2003\u2003", "\\!" => "", "\\," => "\u2009", _ => "\u00A0" };
        if (TexSymbols.TryFind(token.Text, out var symbol))
            return symbol.Text;
        if (TexTables.Texts.ContainsKey(token.Text)
            || TexTables.FontSwitches.ContainsKey(token.Text)
            || TexTables.Fonts.ContainsKey(token.Text)
            || TexTables.Magnifications.ContainsKey(token.Text)
            || TexTables.Ignored.Contains(token.Text))
            return "";
        return token.Text is "\\LaTeX" or "\\TeX" or "\\KaTeX" ? token.Text[1..] : throw Unknown(token);
    }

    /// <summary>A length that stands without braces: <c>\kern-3pt</c>.</summary>
    private string Dimension()
    {
        var length = new StringBuilder();
        _reader.Peek();
        while (_reader.PeekRaw() is { Text.Length: 1 } token && (token.IsDigit || token.Text is "-" or "." or "+"))
            length.Append(_reader.NextRaw().Text);
        for (var letters = 0; letters < 2 && _reader.Peek().IsLetter; letters++)
            length.Append(_reader.Next().Text);
        return length.ToString();
    }

    /// <summary>A length of TeX as one of CSS.</summary>
    private static string Length(string text, TexToken command)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal);
        var unit = text.Length > 2 ? text[^2..] : "";
        if (unit is not ("em" or "ex" or "px" or "pt" or "mu" or "cm" or "mm" or "in")
            || !double.TryParse(text[..^2], NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1000)
            throw new TexException($"'{text}' is not a length. Write a number and em, ex, pt, px, mu, cm, mm or in.", command);
        return unit is "mu"
            ? string.Create(CultureInfo.InvariantCulture, $"{number / 18:0.####}em")
            : string.Create(CultureInfo.InvariantCulture, $"{number:0.####}{unit}");
    }
}
