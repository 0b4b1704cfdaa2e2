using Press.Testing;

namespace Press.Tests;

public sealed class MissedFrontMatterTests
{
    [Theory]
    [InlineData("\n---\ntitle: x\npublished: false\n---\nSecret", 2, 1)]
    [InlineData("\n\n \n---\ntitle: x\n---\nSecret", 4, 1)]
    [InlineData(" ---\ntitle: x\n---\nSecret", 1, 2)]
    [InlineData("\t---\ntitle: x\n---\nSecret", 1, 2)]
    [InlineData("\uFEFF\uFEFF---\ntitle: x\n---\nSecret", 1, 2)]
    [InlineData("\u200B---\ntitle: x\n---\nSecret", 1, 2)]
    [InlineData("\u00A0---\ntitle: x\n---\nSecret", 1, 2)]
    [InlineData("<!-- lint off -->\n---\ntitle: x\n---\nSecret", 2, 1)]
    [InlineData("<!--\nlint\n-->\n\n---\ntitle: x\n---\nSecret", 5, 1)]
    [InlineData("----\ntitle: x\n----\nSecret", 1, 1)]
    [InlineData("—\ntitle: x\n—-\nSecret", 1, 1)]
    [InlineData("———\ndraft: true\n———\nSecret", 1, 1)]
    [InlineData("\n---\ndraft: true\n\nSecret that nothing closes", 2, 1)]
    [InlineData("+++\ntitle = \"x\"\ndraft = true\n+++\nSecret", 1, 1)]
    [InlineData("\n+++\n# A comment.\ndraft = true\n+++\nSecret", 2, 1)]
    [InlineData("{\n\"title\": \"x\",\n\"draft\": true\n}\nSecret", 1, 1)]
    [InlineData("{ \"draft\": true }\nSecret", 1, 1)]
    [InlineData(";;;\n\"title\": \"x\"\n;;;\nSecret", 1, 1)]
    [InlineData("```markdown\n---\ntitle: x\n---\nSecret\n```\n", 1, 1)]
    [InlineData("title: x\ndraft: true\n---\nSecret", 1, 1)]
    [InlineData("Title: x\nDate: 2025-01-01\n\nSecret", 1, 1)]
    [InlineData("---\nlayout: post\n---\n\n---\ntitle: x\ndraft: true\n---\nSecret", 5, 1)]
    public void Front_matter_that_is_not_read_as_such_is_an_error_and_never_text(string text, int line, int column)
    {
        var site = Publish(text);
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal(("FM012", new TextPosition(line, column)), (found.Rule.Code, found.Position));
        Assert.True(found.IsError);
        Assert.Matches("^[^\n]+[.] [^\n]+[.]$", found.Message);
        Assert.DoesNotContain(site.Files.Keys, name => name == "a.html");
    }

    [Theory]
    [InlineData("---\n\n오늘은 아무 일도 없었다.\n")]
    [InlineData("---\n오늘은 아무 일도 없었다.\n")]
    [InlineData("---\n오늘은 좋은 날이다\n---\n")]
    [InlineData("---\n\n참고: 이 글은 번역입니다.\n\n---\n\n본문")]
    [InlineData("---\n\n참고: 이 글은 번역입니다.\n\n본문")]
    [InlineData("# 제목\n\n---\n\ntitle: x\n\n---\n")]
    [InlineData("\n\n본문\n\n---\n\n끝")]
    [InlineData("----\n\n본문\n")]
    [InlineData("— 시작하며\n\n본문")]
    [InlineData("—\n\n본문: 여기\n")]
    [InlineData("<!-- 메모 -->\n\n본문")]
    [InlineData("{\"a\": 1} 은 객체다.\n")]
    [InlineData("{중괄호}로 시작하는 글\n")]
    [InlineData("+++ 증가 연산자\n")]
    [InlineData("```yaml\n---\ntitle: x\n---\n```\n")]
    [InlineData("title: x 라고 쓴다.\n\n본문")]
    [InlineData("주의: 이 글은\n---\n본문")]
    public void Prose_that_begins_with_a_rule_or_a_colon_is_text(string text)
    {
        var site = Publish(text);
        Assert.Empty(site.Diagnostics);
        Assert.Contains("a.html", site.Files.Keys);
    }

    [Fact]
    public void Template_code_that_a_post_begins_with_is_text()
    {
        var site = Publish("{% include x.html %}\n\n본문");
        Assert.Equal(["LQ005"], site.Diagnostics.Select(found => found.Rule.Code));
        Assert.Contains("a.html", site.Files.Keys);
    }

    [Fact]
    public void Prose_below_a_rule_is_published_whole()
    {
        var site = Publish("---\n\n참고: 이 글은 번역입니다.\n\n---\n\n본문");
        Assert.Contains("참고: 이 글은 번역입니다.", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.Contains("본문", site.Posts["/a.html"].Html, StringComparison.Ordinal);
    }

    private static Publication Publish(string text) =>
        SiteText.PublisherAt(SiteText.Now).Publish([SiteText.Source("2025-01-01-a.md", text)]);
}
