using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Text from text.</summary>
internal static partial class TextFilters
{
    // Letters that Jekyll counts as words by themselves: Hangul, Han and kana.
    private const string EastAsian =
        @"\u1100-\u11FF\u2E80-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FD-\u30FF"
        + @"\u3131-\u318E\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF"
        + @"\uA960-\uA97C\uAC00-\uD7FB\uF900-\uFAD9\uFF66-\uFF6F\uFF71-\uFF9D\uFFA0-\uFFDC";

    public static void AddTo(FilterCollection filters)
    {
        filters.Add("slugify", (input, arguments) =>
            input.IsNil() ? input : new StringValue(Slugify(RubyText.Of(input), RubyText.Of(arguments.At(0)))));
        filters.AddText("xml_escape", text => XmlEscape(text).Replace("'", "&apos;", StringComparison.Ordinal), isHtml: true);
        filters.AddText("capitalize", text => text is "" ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant());
        filters.AddText("upcase", text => text.Replace("ß", "SS", StringComparison.Ordinal).ToUpperInvariant());
        filters.Add("truncatewords", (input, arguments) =>
            input.IsNil() ? input : new StringValue(FirstWords(RubyText.Of(input), arguments)));
        filters.AddText("escape", text => XmlEscape(text).Replace("'", "&#39;", StringComparison.Ordinal), isHtml: true);
        filters.AddText("escape_once", text => BareAmpersand().Replace(text, "&amp;").Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal), isHtml: true);
        filters.AddText("normalize_whitespace", text => Blanks().Replace(text, " ").Trim());
        filters.AddText("smartify", SmartText.Of);
        filters.AddText("markdownify", Markdownify, isHtml: true);
        filters.Add("number_of_words", (input, arguments) => NumberValue.Create(Words(RubyText.Of(input), RubyText.Of(arguments.At(0)))));
        filters.Add("array_to_sentence_string", (input, arguments) => input is ArrayValue list
            ? new StringValue(Sentence([.. list.Values.Select(RubyText.Of)], arguments.Count > 0 ? RubyText.Of(arguments.At(0)) : "and"))
            : input);
        filters.Add("to_integer", (input, _) => NumberValue.Create(Integer(input)));
        filters.AddFilter("jsonify", async (input, _, context) =>
            new StringValue(await RubyJson.OfAsync(input, context), encode: false));
        filters.AddFilter("inspect", async (input, _, context) =>
            new StringValue(XmlEscape(await RubyJson.OfAsync(input, context)), encode: false));
    }

    /// <seealso href="https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb"/>
    private static string Slugify(string text, string mode)
    {
        if (mode is not ("" or "raw" or "default" or "pretty" or "ascii" or "latin"))
            return text.ToLowerInvariant();
        if (mode == "latin")
            text = Latin(text);
        var slug = (mode switch { "raw" => Blanks(), "pretty" => NotPretty(), "ascii" => NotAscii(), _ => NotWord() }).Replace(text, "-");
        slug = slug.StartsWith('-') ? slug[1..] : slug;
        return (slug.EndsWith('-') ? slug[..^1] : slug).ToLowerInvariant();
    }

    /// <summary>Letters without their accents; what is not Latin becomes a question mark.</summary>
    private static string Latin(string text) => string.Concat(text.Select(letter => char.IsAscii(letter)
        ? letter.ToString()
        : letter.ToString().ToNormalForm(NormalizationForm.FormD) is [var plain, ..] && char.IsAsciiLetter(plain) ? plain.ToString()
        : letter switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'Æ' => "AE",
            'ø' => "o",
            'Ø' => "O",
            'œ' => "oe",
            'Œ' => "OE",
            'đ' => "d",
            'ł' => "l",
            'Ł' => "L",
            _ => "?",
        }));

    private static string XmlEscape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string FirstWords(string text, FilterArguments arguments)
    {
        var most = (int)Math.Clamp(arguments.Count > 0 ? arguments.At(0).ToNumberValue() : 15, 1, int.MaxValue - 1);
        var words = text.Split((char[]?)null, most + 1, StringSplitOptions.RemoveEmptyEntries);
        var end = arguments.Count > 1 ? RubyText.Of(arguments.At(1)) : "...";
        // A blank behind the last word makes a further one, which is empty.
        return words.Length < most || (words.Length == most && !char.IsWhiteSpace(text[^1])) ? text : string.Join(' ', words.Take(most))
            + end;
    }

    private static int Words(string text, string mode)
    {
        var plain = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (mode is not ("cjk" or "auto"))
            return plain;
        var letters = EastAsianLetter().Count(text);
        return mode == "auto" && letters == 0 ? plain : letters + OtherWord().Count(text);
    }

    private static string Sentence(string[] words, string connector) => words switch
    {
        [] => "",
        [var one] => one,
        [var one, var other] => $"{one} {connector} {other}",
        _ => $"{string.Join(", ", words[..^1])}, {connector} {words[^1]}",
    };

    private static decimal Integer(FluidValue value)
    {
        if (value is NumberValue or BooleanValue)
            return value is NumberValue ? decimal.Truncate(value.ToNumberValue()) : value.ToBooleanValue() ? 1 : 0;
        var match = LeadingNumber().Match(RubyText.Of(value));
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite;
        return decimal.TryParse(match.Value, Style, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static string Markdownify(string text)
    {
        var settings = new SiteSettings();
        var links = new LinkRewriter(settings);
        var options = new BodyOptions(settings.ExcerptSeparator, TitleFromHeading: false, FirstLine: 1, links, TrustsHtml: false)
        {
            SmartQuotes = true,
            LikeJekyll = true,
        };
        return PostMarkdown.Render(text, options, new DiagnosticBag(""))?.Html ?? text;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[^\p{M}\p{L}\p{Nd}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotWord();

    [GeneratedRegex(@"[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotPretty();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotAscii();

    [GeneratedRegex("[" + EastAsian + "]", RegexOptions.CultureInvariant)]
    private static partial Regex EastAsianLetter();

    [GeneratedRegex(@"[^\s" + EastAsian + "]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OtherWord();

    [GeneratedRegex(@"^\s*[+-]?[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("&(?!([a-zA-Z]+|#[0-9]+);)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BareAmpersand();
}
