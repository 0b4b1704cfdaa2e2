using System.Globalization;
using System.Text.Json;
using Press.Testing;

namespace Press.Tests;

public sealed class PostIndexTests
{
    [Fact]
    public void It_has_the_listed_posts_as_the_API_tells_of_them()
    {
        var index = Generated.Of(Generated.Posts).Json("index.json");
        Assert.Equal(3, index.GetProperty("total").GetInt32());
        Assert.Equal(
            ["Walk", "First", "첫 글"],
            index.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("title").GetString()));

        var first = index.GetProperty("posts")[1];
        Assert.Equal(
            [
                "id", "url", "path", "slug", "title", "excerpt", "description", "lang", "date", "updated", "tags",
                "categories", "featured", "hidden", "image", "thumbnail", "author", "wordCount", "readingMinutes",
                "translations", "imageSize", "thumbnailSize", "data",
            ],
            first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("image").ValueKind);
        Assert.Equal("""[{"lang":"ko","url":"/ko/first.html"}]""", first.GetProperty("translations").GetRawText());
    }

    [Fact]
    public void It_is_there_without_posts_and_without_a_url() =>
        Assert.Equal("""{"posts":[],"total":0,"parts":[]}""", Generated.Of([], "title: T\n").Text("index.json"));

    [Fact]
    public void The_newest_posts_stand_in_the_file_and_older_ones_in_parts_that_it_names()
    {
        var site = Generated.Of(Many(250));
        Assert.Equal(["index-1.json", "index.json"], site.Names.Where(name => name.StartsWith("index", StringComparison.Ordinal)));
        var index = site.Json("index.json");
        Assert.Equal(250, index.GetProperty("total").GetInt32());
        Assert.Equal(Slugs(249, 100), SlugsIn(index));
        var part = Assert.Single(index.GetProperty("parts").EnumerateArray());
        Assert.Equal(100, part.GetProperty("posts").GetInt32());
        Assert.Matches(@"^https://blog\.example\.com/b/index-1\.json\?v=[0-9a-f]{8}$", part.GetProperty("url").GetString());
        Assert.Equal(Slugs(99, 0), SlugsIn(site.Json("index-1.json")));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(250)]
    [InlineData(300)]
    [InlineData(999)]
    public void A_new_post_changes_no_part(int count)
    {
        var before = Generated.Of(Many(count));
        var after = Generated.Of(Many(count + 1));
        var parts = before.Names.Where(name => name.StartsWith("index-", StringComparison.Ordinal)).ToList();
        Assert.All(parts, name => Assert.Equal(before.Text(name), after.Text(name)));
        Assert.InRange(after.Names.Count(name => name.StartsWith("index-", StringComparison.Ordinal)), parts.Count, parts.Count + 1);
        Assert.InRange(after.Json("index.json").GetProperty("posts").GetArrayLength(), 101, 200);
    }

    [Fact]
    public void Posts_with_very_much_to_say_of_themselves_have_parts_that_are_no_longer_than_others()
    {
        var posts = Many(30).Select(post => post with
        {
            Data = $"{{\"a\":\"{new string('x', 4_000)}\"}}",
            Tags = [.. Enumerable.Range(0, 100).Select(number => new string('\u0001', 500) + number)],
        });
        var site = Generated.Of(posts);
        var parts = site.Names.Where(name => name.StartsWith("index-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(parts);
        Assert.All(parts, name => Assert.InRange(site.File(name).Content.Bytes.Length, 1, 2 * 1024 * 1024));
        Assert.InRange(site.File("index.json").Content.Bytes.Length, 1, 4 * 1024 * 1024);
    }

    private static IEnumerable<PostEntry> Many(int count) =>
        Enumerable.Range(0, count).Select(number => Some.Post(
            $"/{number}.html",
            date: new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(number)
                .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Slugs(int newest, int oldest) =>
        Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(number => $"/{number}.html");

    private static IEnumerable<string> SlugsIn(JsonElement file) =>
        file.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("path").GetString()!);
}
