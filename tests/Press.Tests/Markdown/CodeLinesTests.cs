using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests.Markdown;

public sealed class CodeLinesTests
{
    [Theory]
    [InlineData("python {linenos=true hl_lines=[1,\"3-4\"]}", "1", "134")]
    [InlineData("python{1,3-4}", "", "134")]
    [InlineData("python {1,3-4}", "", "134")]
    [InlineData("python linenos mark_lines=\"1 3\"", "1", "13")]
    [InlineData("python {linenos=table,linenostart=9}", "9", "")]
    [InlineData("nosuch {2}", "", "2")]
    public void A_fence_asks_for_numbers_and_marks(string info, string first, string marked)
    {
        var html = Html($"```{info}\na\nb\nc\nd\n```");
        Assert.Equal(first, Regex.Match(html, "data-line=\"([0-9]+)\"").Groups[1].Value);
        var lines = Regex.Matches(html, "<(mark|span) class=\"line\"").Select(
            (line, number) => line.Groups[1].Value is "mark" ? $"{number + 1}" : "");
        Assert.Equal(marked, string.Concat(lines));
    }

    [Theory]
    [InlineData("python")]
    [InlineData("python {linenos=false}")]
    [InlineData("ruby startline=3 $%@#$")]
    public void A_fence_that_asks_for_nothing_has_no_lines(string info) =>
        Assert.DoesNotContain("class=\"line\"", Html($"```{info}\na\n```"), StringComparison.Ordinal);

    [Fact]
    public void A_string_over_lines_is_coloured_on_each_and_the_text_is_what_was_written()
    {
        const string Code = "\"\"\"a\n<b>\n\nc\"\"\"\nx\n";
        var html = Html($"```python {{linenos}}\n{Code}```");
        Assert.Contains(
            "<span class=\"line\" data-line=\"2\"><span class=\"hl-string\">&lt;b&gt;</span>\n</span>", html, StringComparison.Ordinal);
        Assert.Equal(Code, System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "")).TrimEnd('\n') + "\n");
    }

    private static string Html(string markdown) =>
        SiteText.Publish($"-- _config.yml --\nurl: https://b.example\n-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n")
            .Posts["/a.html"].Html;
}
