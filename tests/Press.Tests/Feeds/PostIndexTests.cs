using System.Text.Json;

namespace Press.Tests;

public sealed class PostIndexTests
{
    [Fact]
    public void It_has_the_listed_posts_as_the_API_tells_of_them()
    {
        var index = Generated.Of(Generated.Posts).Json("index.json");
        Assert.Equal(3, index.GetProperty("total").GetInt32());
        Assert.Equal(["Walk", "First", "첫 글"], index.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("title").GetString()));

        var first = index.GetProperty("posts")[1];
        Assert.Equal(
            ["id", "url", "path", "slug", "title", "excerpt", "description", "lang", "date", "updated", "tags", "categories", "featured", "hidden", "image", "thumbnail", "author", "wordCount", "readingMinutes", "translations"],
            first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("image").ValueKind);
        Assert.Equal("""[{"lang":"ko","url":"/ko/first.html"}]""", first.GetProperty("translations").GetRawText());
    }

    [Fact]
    public void It_is_there_without_posts_and_without_a_url() =>
        Assert.Equal("""{"posts":[],"total":0}""", Generated.Of([], "title: T\n").Text("index.json"));
}
