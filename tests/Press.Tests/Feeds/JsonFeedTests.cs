using System.Text.Json;

namespace Press.Tests;

public sealed class JsonFeedTests
{
    [Theory]
    [InlineData("feed.json")]
    [InlineData("feed.en.json")]
    [InlineData("feed.ko.json")]
    public void A_feed_keeps_to_the_specification(string name)
    {
        var feed = Generated.Of(Generated.Posts).Json(name);
        Assert.Equal("https://jsonfeed.org/version/1.1", Text(feed, "version"));
        Assert.NotEqual("", Text(feed, "title"));
        Assert.Equal($"https://blog.example.com/b/{name}", Text(feed, "feed_url"));
        Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.StartsWith("urn:uuid:", Text(item, "id"), StringComparison.Ordinal);
            Assert.StartsWith("https://blog.example.com/b/", Text(item, "url"), StringComparison.Ordinal);
            Assert.NotNull(Text(item, "content_html"));
            Assert.True(item.GetProperty("date_published").TryGetDateTimeOffset(out _));
            Assert.NotEqual("", Text(item.GetProperty("authors")[0], "name"));
        });
        Assert.Distinct(feed.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")));
        AssertHasNoNull(feed);
    }

    [Fact]
    public void An_item_tells_all_of_its_post()
    {
        var feed = Generated.Of(Generated.Posts, bodies: ("ko/first.html.md", "<p><a href=\"#a\">본문</a></p>")).Json("feed.json");
        Assert.Equal(
            ("조용한 글", "https://blog.example.com/b/", "Notes & <figures>", "en"),
            (Text(feed, "title"), Text(feed, "home_page_url"), Text(feed, "description"), Text(feed, "language")));

        var items = feed.GetProperty("items");
        Assert.Equal(
            ("First", "2025-01-02T09:30:00+09:00", "2025-03-01T00:00:00+00:00", "Use List<T> & go."),
            (Text(items[1], "title"), Text(items[1], "date_published"), Text(items[1], "date_modified"), Text(items[1], "summary")));
        Assert.Equal(["AI", "C#"], items[1].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.False(items[0].TryGetProperty("date_modified", out _));

        Assert.Equal("<p><a href=\"https://blog.example.com/b/ko/first.html#a\">본문</a></p>", Text(items[2], "content_html"));
        Assert.Equal(
            ("ko", "https://blog.example.com/b/images/%ED%91%9C%EC%A7%80.jpg", "임아라"),
            (Text(items[2], "language"), Text(items[2], "image"), Text(items[2].GetProperty("authors")[0], "name")));
    }

    [Fact]
    public void Hangul_stays_Hangul() => Assert.Contains("첫 글", Generated.Of(Generated.Posts).Text("feed.json"), StringComparison.Ordinal);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static void AssertHasNoNull(JsonElement element)
    {
        Assert.NotEqual(JsonValueKind.Null, element.ValueKind);
        if (element.ValueKind == JsonValueKind.Object)
            Assert.All(element.EnumerateObject(), property => AssertHasNoNull(property.Value));
        else if (element.ValueKind == JsonValueKind.Array)
            Assert.All(element.EnumerateArray(), AssertHasNoNull);
    }
}
