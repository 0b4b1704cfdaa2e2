using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Press.Testing;

namespace Press.Tests;

/// <summary>The post that Press must serve well: a real author's, untouched.</summary>
public sealed class RealPostTests
{
    private static readonly Publication Site = Publish();
    private static readonly PostEntry Entry = Assert.Single(Site.Catalog.Entries);
    private static readonly IDocument Page = new HtmlParser().ParseDocument(Site.File("ko/nvidia-gtc-2025.html"));
    private static readonly IElement Body = Page.QuerySelector(".body")!;

    [Fact]
    public void It_is_published_without_any_diagnostic() => Assert.Empty(Site.Diagnostics);

    [Fact]
    public void Its_bold_runs_are_strong()
    {
        Assert.Equal(22, Body.QuerySelectorAll("strong").Length);
        Assert.DoesNotContain("**", Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(Body.QuerySelectorAll("strong"), strong => strong.TextContent == "물리적 AI(Physical AI).");
        Assert.Contains(Body.QuerySelectorAll("strong"), strong => strong.TextContent == "인프라 레이어가 애플리케이션 레이어가 따라가기 힘들 정도로 빨리 진화하고 있다");
    }

    [Fact]
    public void Its_figures_stand_with_their_styles()
    {
        var figures = Body.QuerySelectorAll("figure");
        Assert.Equal(3, figures.Length);
        Assert.All(figures, figure =>
        {
            Assert.Equal("text-align: center; margin: 2rem 0;", figure.GetAttribute("style"));
            Assert.Equal("margin-top: 0.5rem; font-style: italic; color: #666;", figure.QuerySelector("figcaption")!.GetAttribute("style"));
        });
        // The author's word, and the width that it comes to.
        Assert.Equal(
            [
                "max-height: 400px; width: auto; border-radius: 8px; width: 600px",
                "max-height: 350px; width: auto; border-radius: 8px; width: 525px",
                "max-height: 350px; width: auto; border-radius: 8px; width: 500px",
            ],
            figures.Select(figure => figure.QuerySelector("img")!.GetAttribute("style")));
        Assert.Equal("/images/GTC2025/GTC2025_main_pic.jpg", figures[0].QuerySelector("img")!.GetAttribute("src"));
    }

    [Fact]
    public void Its_pictures_keep_their_place_free_and_come_as_small_as_will_do()
    {
        var images = Body.QuerySelectorAll("img");
        Assert.Equal(
            ["1200x800", "1050x700", "1000x700"], images.Select(image => $"{image.GetAttribute("width")}x{image.GetAttribute("height")}"));
        Assert.Equal([null, "lazy", "lazy"], images.Select(image => image.GetAttribute("loading")));
        Assert.Equal("(max-width: 600px) 100vw, 600px", images[0].GetAttribute("sizes"));
        Assert.All(
            images,
            image => Assert.All(
                image.GetAttribute("srcset")!.Split(", "),
                candidate => Assert.Contains(candidate.Split(' ')[0][1..], Site.Files.Keys)));
    }

    [Fact]
    public void Its_excerpt_is_the_first_paragraph_and_the_separator_is_gone()
    {
        Assert.StartsWith("2025년 3월, 산호세에서 열린 NVIDIA GTC 2025에 다녀왔습니다.", Entry.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("인사이트를 얻어 왔습니다.", Entry.Excerpt, StringComparison.Ordinal);
        Assert.StartsWith("<p>2025년 3월, 산호세에서 열린 <strong>NVIDIA GTC 2025</strong>에", Entry.ExcerptHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("more--", Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_heading_ids_are_Hangul() => Assert.Equal(
        ["첫인상", "젠슨-황의-기조연설", "언급할-만한-세션들", "복도-트랙", "hereby에-대해-이야기하기", "자격증", "얻어간-것", "다음은"],
        Body.QuerySelectorAll("h2").Select(heading => heading.Id));

    [Fact]
    public void Its_entry_says_what_its_front_matter_says()
    {
        Assert.Equal("NVIDIA GTC 2025: AI 최전선에서의 영감", Entry.Title);
        Assert.Equal("ko", Entry.Lang);
        Assert.Equal(new DateTimeOffset(2025, 3, 24, 0, 0, 0, TimeSpan.FromHours(9)), Entry.Date);
        Assert.Equal(["Article", "AI", "Conference", "NVIDIA", "LLM"], Entry.Tags);
        Assert.Equal(["articles"], Entry.Categories);
        Assert.True(Entry.Featured);
        Assert.False(Entry.Hidden);
        Assert.Equal("https://blog.example.com/images/GTC2025/GTC2025_main_pic.jpg", Entry.Image);
        Assert.Equal("https://blog.example.com/ko/nvidia-gtc-2025.html", Entry.Url);
        Assert.Equal("nvidia-gtc-2025", Entry.PageId);
        Assert.InRange(Entry.ReadingMinutes, 4, 8);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void It_is_found_by_tag_and_featured_flag(bool featured, int found)
    {
        var query = new PostQuery { Tags = [["llm"]], Featured = featured };
        Assert.Equal(found, query.AnswerFrom(Site.Catalog).Total);
    }

    private static Publication Publish() => new Publisher(TimeProvider.System).Publish(
    [
        SiteText.Source("_config.yml", "title: A blog\nurl: https://blog.example.com\nlang: en\ntimezone: Asia/Seoul\n"u8.ToArray()),
        SiteText.Source("_posts/2025-03-24-nvidia-gtc-2025.md", File.ReadAllBytes(Repository.RealPost)),
        .. Directory.GetFiles(Path.Combine(Repository.SampleBlog, "images", "GTC2025")).Select(
            path => SiteText.Source($"images/GTC2025/{Path.GetFileName(path)}", File.ReadAllBytes(path))),
    ]);
}
