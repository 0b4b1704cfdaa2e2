using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Press.Testing;

namespace Press.Tests;

/// <summary>The examples of the CommonMark specification, 0.31. Needs Node to fetch them; tests/run.sh does.</summary>
public sealed partial class CommonMarkTests
{
    private static readonly string Examples = Path.Combine(
        Repository.Root, "tests", "commonmark", "node_modules", "commonmark-spec", "spec.txt");

    /// <summary>What Press reads otherwise on purpose, by example, with the reason.</summary>
    private static readonly Dictionary<int, string> Differences = new()
    {
        [151] = "raw HTML ends with the element with which it began, as in kramdown",
        [161] = "raw HTML ends with the element with which it began, as in kramdown",
        [162] = "an element of text is part of a paragraph, as in kramdown",
        [164] = "an element of text is part of a paragraph, as in kramdown",
        [165] = "raw HTML ends with the element with which it began, as in kramdown",
        [166] = "an element of text is part of a paragraph, as in kramdown",
        [184] = "within an element, an indented tag is a tag and no code",
        [186] = "raw HTML ends with the element with which it began, as in kramdown",
        [190] = "within an element, blank lines stay as they are, as in kramdown",
        [191] = "within an element, an indented tag is a tag and no code",
        [488] = "an address with blanks is an address, as in kramdown: else the author's picture is lost",
        [608] = "a bare URL is a link, as on GitHub",
        [611] = "a bare URL is a link, as on GitHub",
        [612] = "an e-mail address is a link, as on GitHub",
    };

    [Fact]
    public void Its_examples_are_rendered_as_it_says()
    {
        Assert.SkipUnless(File.Exists(Examples), "CommonMark's examples are not there: 'bash tests/run.sh' fetches them.");
        var different = new List<string>();
        var number = 0;
        foreach (Match example in Example().Matches(File.ReadAllText(Examples).ReplaceLineEndings("\n")))
        {
            number++;
            var markdown = example.Groups["markdown"].Value.Replace('→', '\t');
            var expected = example.Groups["html"].Value.Replace('→', '\t');
            var html = PostPipeline.Render(Markdig.Markdown.Parse(markdown, PostPipeline.Instance), isExcerpt: false, firstLine: 1).Html;
            if (Normal(html) != Normal(expected) != Differences.ContainsKey(number))
                different.Add($"{number}: {Line(markdown)}\n   {Line(html)}\n   {Line(expected)}");
        }

        Assert.True(different.Count == 0, $"{different.Count} of {number}:\n{string.Join('\n', different)}");
        Assert.Equal(652, number);
    }

    private static string Line(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);

    /// <summary>Markdig writes no line break before the first block of a list item, which a browser does not see either.</summary>
    private static string Normal(string html) =>
        new HtmlParser()
            .ParseDocument(Coloured().Replace(html, "${code}").Replace("<li>\n<", "<li><", StringComparison.Ordinal)).Body!.InnerHtml;

    [GeneratedRegex("<span class=\"hl-[a-z]+\">(?<code>[^<]*)</span>")]
    private static partial Regex Coloured();

    [GeneratedRegex(@"^`{32} example\n(?<markdown>.*?)^\.\n(?<html>.*?)^`{32}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
