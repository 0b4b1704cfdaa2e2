namespace Press.Tests;

public sealed class PermalinkTests
{
    private static readonly Permalink.Facts Facts = new(
        new DateTimeOffset(2025, 3, 4, 9, 5, 6, TimeSpan.FromHours(9)), "gtc-첫인상", ["Big News", "AI"]);

    [Theory]
    [InlineData("/:slug.html", "/gtc-첫인상.html")]
    [InlineData(":slug", "/gtc-첫인상.html")]
    [InlineData("/:slug/", "/gtc-첫인상/")]
    [InlineData("/blog/:year/:month/:day/:title.html", "/blog/2025/03/04/gtc-첫인상.html")]
    [InlineData("/:short_year-:i_month-:i_day/:hour:minute:second/:slug:output_ext", "/25-3-4/090506/gtc-첫인상.html")]
    [InlineData("/:categories/:title/", "/big-news/ai/gtc-첫인상/")]
    [InlineData("pretty", "/big-news/ai/2025/03/04/gtc-첫인상/")]
    [InlineData("date", "/big-news/ai/2025/03/04/gtc-첫인상.html")]
    [InlineData("ordinal", "/big-news/ai/2025/063/gtc-첫인상.html")]
    [InlineData("weekdate", "/big-news/ai/2025/W10/Tue/gtc-첫인상.html")]
    [InlineData("none", "/big-news/ai/gtc-첫인상.html")]
    [InlineData("/:long_month/:short_month/:long_day/:w_year/:w_day/x.html", "/March/Mar/Tuesday/2025/2/x.html")]
    [InlineData("/v1.2", "/v1.2.html")]
    [InlineData("/", "/")]
    public void A_pattern_is_expanded_as_Jekyll_does(string pattern, string path)
    {
        Assert.Null(Permalink.Fault(pattern));
        Assert.Equal(path, Permalink.Expand(pattern, Facts));
    }

    [Theory]
    [InlineData("/:yaer/", "Did you mean ':year'?")]
    [InlineData("/:nothing-like-it/", "':nothing' is not a placeholder.")]
    [InlineData("/../:slug.html", "a part that no file can be named")]
    [InlineData("/a//b", "an empty part")]
    [InlineData("/a?b", "one of ? # %")]
    [InlineData("/a\\b", "one of ? # %")]
    [InlineData("https://example.com/x", "an empty part")]
    public void A_pattern_that_makes_no_URL_is_told_why(string pattern, string why) =>
        Assert.Contains(why, Permalink.Fault(pattern), StringComparison.Ordinal);
}
