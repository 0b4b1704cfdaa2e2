using System.Collections.Immutable;

namespace Press.Jekyll;

/// <summary>One post as Press and as Jekyll render it.</summary>
/// <param name="Name">The file.</param>
/// <param name="IsIdentical">Whether the trees are the same.</param>
/// <param name="IsIdenticalButIds">Whether the trees are the same but for the ids of headings.</param>
/// <param name="HasSameText">Whether a reader reads the same.</param>
/// <param name="Kind">What the first difference is.</param>
/// <param name="Press">The place of the first difference in Press's HTML.</param>
/// <param name="Jekyll">The place of the first difference in Jekyll's.</param>
internal sealed record PostComparison(
    string Name, bool IsIdentical, bool IsIdenticalButIds, bool HasSameText, string Kind, string Press, string Jekyll)
{
    /// <summary>Where the texts part, as Press and as Jekyll have it; empty if they do not.</summary>
    public string TextDifference { get; init; } = "";

    /// <summary>Compares two renderings.</summary>
    public static PostComparison Between(string name, string pressHtml, string jekyllHtml)
    {
        var press = HtmlTokens.Of(pressHtml);
        var jekyll = HtmlTokens.Of(jekyllHtml);
        var (pressText, jekyllText) = (HtmlTokens.TextOf(press), HtmlTokens.TextOf(jekyll));
        var first = Enumerable.Range(0, Math.Max(press.Length, jekyll.Length)).FirstOrDefault(
            place => At(press, place) != At(jekyll, place), -1);
        return new PostComparison(
            name, first < 0,
            first < 0 || HtmlTokens.WithoutHeadingIds(press).SequenceEqual(HtmlTokens.WithoutHeadingIds(jekyll)), pressText == jekyllText,
            first < 0 ? "" : $"{Sort(At(press, first))} / {Sort(At(jekyll, first))}",
            Around(press, first), Around(jekyll, first))
        {
            TextDifference = DifferenceOf(pressText, jekyllText),
        };
    }

    private static string At(ImmutableArray<string> tokens, int place) => place < tokens.Length ? tokens[place] : "the end";

    private static string Sort(string token) =>
        token.StartsWith('<') ? token.Split(' ')[0].TrimEnd('>') + ">" : token is "the end" ? token : "text";

    private static string DifferenceOf(string press, string jekyll)
    {
        var same = press.AsSpan().CommonPrefixLength(jekyll);
        return press == jekyll
            ? ""
            : $"{press[Math.Max(0, same - 30)..same]}[{Cut(press[same..])} | {Cut(jekyll[same..])}]".Replace('\n', '⏎');

        static string Cut(string text) => text.Length <= 60 ? text : text[..60];
    }

    private static string Around(ImmutableArray<string> tokens, int place)
    {
        var text = string.Concat(tokens.Skip(Math.Max(0, place - 1)).Take(4)).Replace('\n', '⏎');
        return text.Length <= 160 ? text : text[..160];
    }
}
