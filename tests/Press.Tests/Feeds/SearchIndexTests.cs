using Press.Testing;

namespace Press.Tests;

public sealed class SearchIndexTests
{
    [Fact]
    public void It_has_what_a_search_box_needs_of_the_listed_posts() => Assert.Equal(
        """[{"t":"Walk","u":"/b/%EC%84%9C%EC%9A%B8%20%EC%82%B0%EC%B1%85.html","l":"en","d":"2025-02-01","g":[],"x":""},"""
        + """{"t":"First","u":"/b/first.html","l":"en","d":"2025-01-02","g":["AI","C#"],"x":"Use List<T> & go."},"""
        + """{"t":"첫 글","u":"/b/ko/first.html","l":"ko","d":"2025-01-02","g":[],"x":"요약입니다."}]""",
        Generated.Of(Generated.Posts).Text("search.json"));

    [Fact]
    public void An_excerpt_is_cut_between_words()
    {
        var excerpt = Generated.Of([Some.Post(excerpt: string.Join(' ', Enumerable.Repeat("word", 100)))]).Json("search.json")[0].GetProperty("x").GetString()!;
        Assert.InRange(excerpt.Length, 150, 160);
        Assert.EndsWith(" word…", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_there_without_posts_and_without_a_url() => Assert.Equal("[]", Generated.Of([], "title: T\n").Text("search.json"));
}
