using Press.Testing;

namespace Press.Tests.Plan;

public sealed class SeriesTests
{
    private const string Site = """
        -- _config.yml --
        url: https://b.example
        -- 2025-01-02-b.md --
        ---
        title: Second
        series: Trying
        ---
        -- 2025-01-01-a.md --
        ---
        title: First
        series: trying
        ---
        -- 2025-01-03-c.md --
        ---
        title: Hidden
        series: Trying
        hidden: true
        ---
        -- 2025-01-04-d.md --
        ---
        title: Korean
        series: Trying
        lang: ko
        ---

        """;

    [Fact]
    public void The_posts_of_a_series_are_listed_in_their_order()
    {
        var page = SiteText.Publish(Site).File("b.html");
        Assert.Contains(
            "<li><a href=\"/a.html\">First</a></li>\n<li><span aria-current=\"page\">Second</span></li>\n</ol>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("Trying</strong> · 2 / 2", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c.html")]
    [InlineData("ko/d.html")]
    public void A_post_that_is_alone_in_its_language_or_hidden_lists_none(string file) =>
        Assert.DoesNotContain("class=\"series\"", SiteText.Publish(Site).File(file), StringComparison.Ordinal);
}
