using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// What a fence asks for besides a language, in the words of other tools: Hugo's <c>{linenos=true, hl_lines=[2,"4-6"]}</c>,
/// VitePress's <c>{2,4-6}</c>, Jekyll's <c>linenos mark_lines="2 4"</c>, a class <c>linenos</c> behind the block.
/// </summary>
/// <param name="FirstNumber">The number of the first line; null if lines are not numbered.</param>
/// <param name="Marked">The lines that are marked, each from its first to its last, counted from 1.</param>
internal sealed partial record FenceOptions(int? FirstNumber, ImmutableArray<Range> Marked)
{
    /// <summary>Whether code looks as it does without them.</summary>
    public bool AreNone => FirstNumber is null && Marked is [];

    /// <summary>The options of a block; none of one without a fence.</summary>
    public static FenceOptions Of(CodeBlock block)
    {
        if (block is not FencedCodeBlock fence)
            return new FenceOptions(FirstNumber: null, []);
        var text = $"{TailOf(fence.Info ?? "")} {fence.Arguments} {WordsOf(fence.TryGetAttributes())}";
        var start = Start().Match(text);
        var first = start.Success
            && int.TryParse(start.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return new FenceOptions(Numbers().IsMatch(text) ? first : null, RangesOf(Marks().Match(text).Groups["lines"].Value));
    }

    /// <summary>Whether a line is marked.</summary>
    /// <param name="line">Counted from 1.</param>
    public bool Marks(int line) => Marked.Any(range => range.Start.Value <= line && line <= range.End.Value);

    private static string TailOf(string info) => info.IndexOf('{', StringComparison.Ordinal) is >= 0 and var brace ? info[brace..] : "";

    private static string WordsOf(HtmlAttributes? attributes) => string.Join(
        ' ',
        [.. attributes?.Classes ?? [], .. attributes?.Properties?.Select(property => $"{property.Key}=\"{property.Value}\"") ?? []]);

    private static ImmutableArray<Range> RangesOf(string lines)
    {
        var ranges = ImmutableArray.CreateBuilder<Range>();
        foreach (var match in Lines().Matches(lines).Take(Limits.MarkedLines))
        {
            var from = int.Parse(match.Groups["from"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var to = match.Groups["to"] is { Success: true } end
                ? int.Parse(end.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : from;
            ranges.Add(from..to);
        }

        return ranges.ToImmutable();
    }

    [GeneratedRegex("""(?<![\w-])(linenos|linenumbers|showlinenumbers|line-numbers|lineno)(?![\w-])(?!\s*[=:]\s*"?false)""", Forms)]
    private static partial Regex Numbers();

    [GeneratedRegex("""(?<![\w-])(linenostart|startfrom|startinglinenumber)\s*=\s*"?(?<number>[0-9]{1,6})""", Forms)]
    private static partial Regex Start();

    [GeneratedRegex(
        """(?<![\w-])(hl_lines|mark_lines|highlight)\s*=\s*(\[(?<lines>[^\]]*)|"(?<lines>[^"]*)|(?<lines>[0-9-]+))"""
            + """|\{\s*(?<lines>[0-9][0-9,\s-]*)\}""",
        Forms)]
    private static partial Regex Marks();

    [GeneratedRegex("(?<from>[0-9]{1,6})(-(?<to>[0-9]{1,6}))?", Forms)]
    private static partial Regex Lines();

    private const RegexOptions Forms = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
}
