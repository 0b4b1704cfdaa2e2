using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Turns straight quotes, hyphens and dots of prose into curly quotes, dashes and ellipses, by kramdown's rules, which are those of
/// John Gruber's SmartyPants. Code, URLs and raw HTML stay as they are.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#typographic-symbols"/>
internal static partial class SmartText
{
    public static void Apply(MarkdownDocument document)
    {
        foreach (var leaf in document.Blocks<LeafBlock>())
        {
            if (leaf.Inline is { } inlines)
                Apply(inlines);
        }
    }

    private static void Apply(ContainerInline container)
    {
        var raw = "";
        foreach (var inline in container)
        {
            if (inline is HtmlInline { Tag: var tag })
                raw = Within(raw, tag);
            else if (raw is not "")
                continue;
            else if (inline is LiteralInline literal)
                Apply(literal);
            // The text of a picture is an attribute, and that of a bare URL its address.
            else if (inline is ContainerInline inner and not LinkInline { IsImage: true } and not LinkInline { IsAutoLink: true })
                Apply(inner);
        }
    }

    /// <summary>The element after a tag whose text kramdown leaves alone, if that is not one within another.</summary>
    private static string Within(string raw, string tag)
    {
        var name = HtmlElements.NameOf(tag);
        var isEnd = tag.StartsWith("</", StringComparison.Ordinal);
        if (raw is "")
            return isEnd || HtmlElements.Voids.Contains(name) || HtmlElements.Typeset.Contains(name) ? "" : name;
        return isEnd && name == raw ? "" : raw;
    }

    /// <summary>Text without markup with curly quotes, dashes and ellipses.</summary>
    public static string Of(string text)
    {
        var smart = new StringBuilder(text.Length + 8);
        Append(text, 0, text.Length, smart);
        return smart.ToString();
    }

    private static void Apply(LiteralInline literal)
    {
        var content = literal.Content;
        if (content.Length == 0 || !content.AsSpan().ContainsAny('"', '\'') && !MayHoldSymbols(content.AsSpan()))
            return;
        var start = content.Start + (literal.IsFirstCharacterEscaped ? 1 : 0);
        var text = new StringBuilder(content.Length + 8).Append(content.Text, content.Start, start - content.Start);
        Append(content.Text, start, content.End + 1, text);
        literal.Content = new StringSlice(text.ToString());
    }

    private static bool MayHoldSymbols(ReadOnlySpan<char> text) =>
        text.Contains("--", StringComparison.Ordinal) || text.Contains("...", StringComparison.Ordinal)
        || text.Contains("<<", StringComparison.Ordinal) || text.Contains(">>", StringComparison.Ordinal);

    private static void Append(string source, int start, int end, StringBuilder text)
    {
        // The next symbol and the next quote are looked for once each.
        var symbol = Symbol().Match(source, start, end - start);
        var quote = NextQuote(source, start, end);
        for (var place = start; place < end;)
        {
            if (symbol.Success && symbol.Index < place)
                symbol = Symbol().Match(source, place, end - place);
            if (quote < place)
                quote = NextQuote(source, place, end);
            // A rule may look at the character before a quote, unless that was part of something already.
            var quoteStart = quote > place && quote < end ? quote - 1 : quote;
            if (symbol.Success && symbol.Index < quoteStart)
            {
                text.Append(source, place, symbol.Index - place).Append(Replacement(symbol.Value));
                place = symbol.Index + symbol.Length;
            }
            else
            {
                text.Append(source, place, quoteStart - place);
                place = quote < end ? AppendQuote(source, quoteStart, text) : end;
            }
        }
    }

    private static int NextQuote(string source, int start, int end) =>
        source.AsSpan(start, end - start).IndexOfAny('"', '\'') is >= 0 and var found ? start + found : end;

    private static string Replacement(string symbol) => symbol switch
    {
        "---" => "—",
        "--" => "–",
        "..." => "…",
        "<< " => "«\u00A0",
        " >>" => "\u00A0»",
        "<<" => "«",
        _ => "»",
    };

    /// <summary>Appends the quote at a place, or behind the character there, and returns where the text goes on.</summary>
    private static int AppendQuote(string source, int place, StringBuilder text)
    {
        foreach (var (rule, makes) in Rules)
        {
            if (rule.Match(source, place) is not { Success: true } match)
                continue;
            text.Append(match.Groups["before"].Value);
            text.Append(makes switch
            {
                Makes.Opening => match.Groups["quote"].Value is "\"" ? "“" : "‘",
                Makes.Closing => match.Groups["quote"].Value is "\"" ? "”" : "’",
                Makes.DoubleAndSingle => "“‘",
                _ => "‘“",
            });
            return match.Index + match.Length;
        }

        text.Append(source[place]);
        return place + 1;
    }

    private enum Makes
    {
        Opening,
        Closing,
        DoubleAndSingle,
        SingleAndDouble,
    }

    // In this order; the first that fits counts.
    private static readonly (Regex Rule, Makes Makes)[] Rules =
    [
        (BeforeEmphasis(), Makes.Opening),
        (BeforePunctuation(), Makes.Closing),
        (DoubleThenSingle(), Makes.DoubleAndSingle),
        (SingleThenDouble(), Makes.SingleAndDouble),
        (BeforeDecade(), Makes.Closing),
        (BehindBlank(), Makes.Opening),
        (BehindText(), Makes.Closing),
        (BeforeBlank(), Makes.Closing),
        (AnyQuote(), Makes.Opening),
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"---|--|\.\.\.|<< |\x20>>|<<|>>", Options)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\G(?<quote>[""'])(?=[_*]{1,2}[^ \t\r\n\f\v])", Options)]
    private static partial Regex BeforeEmphasis();

    [GeneratedRegex(@"\G(?<quote>[""'])(?=[!""#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~](?!\.\.)\B)", Options)]
    private static partial Regex BeforePunctuation();

    [GeneratedRegex(@"\G(?<before>[ \t\r\n\f\v]?)""'(?=[A-Za-z0-9_])", Options)]
    private static partial Regex DoubleThenSingle();

    [GeneratedRegex(@"\G(?<before>[ \t\r\n\f\v]?)'""(?=[A-Za-z0-9_])", Options)]
    private static partial Regex SingleThenDouble();

    [GeneratedRegex(@"\G(?<before>[ \t\r\n\f\v]?)(?<quote>')(?=[0-9][0-9]s)", Options)]
    private static partial Regex BeforeDecade();

    [GeneratedRegex(@"\G(?<before>[ \t\r\n\f\v])(?<quote>['""])(?=[A-Za-z0-9_])", Options)]
    private static partial Regex BehindBlank();

    [GeneratedRegex(@"\G(?<before>[^ \\\t\r\n\[{(-])(?<quote>['""])", Options)]
    private static partial Regex BehindText();

    [GeneratedRegex(@"\G(?<quote>[""'])(?=[ \t\r\n\f\v]|s\b|\z)", Options)]
    private static partial Regex BeforeBlank();

    [GeneratedRegex(@"\G(?<before>.?)(?<quote>['""])", Options | RegexOptions.Singleline)]
    private static partial Regex AnyQuote();
}
