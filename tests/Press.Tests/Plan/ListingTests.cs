using System.Collections.Immutable;
using Press.Testing;

namespace Press.Tests;

public sealed class ListingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(9, "9")]
    [InlineData(19, "19")]
    [InlineData(20, "10 10")]
    [InlineData(29, "19 10")]
    [InlineData(30, "10 10 10")]
    public void The_first_page_takes_what_does_not_fill_another(int posts, string sizes) =>
        Assert.Equal(sizes, string.Join(' ', PagesOf(posts).Select(page => page.Posts.Length)));

    [Fact]
    public void A_new_post_changes_the_first_page_alone()
    {
        for (var count = 10; count < 60; count++)
        {
            var before = PagesOf(count).Skip(1).ToDictionary(page => page.Path, page => page.Posts.Select(post => post.Path));
            var after = PagesOf(count + 1).ToDictionary(page => page.Path, page => page.Posts.Select(post => post.Path));
            Assert.All(before, page => Assert.Equal(page.Value, after[page.Key]));
        }
    }

    [Fact]
    public void Every_post_stands_on_one_page_and_the_pages_lead_to_one_another()
    {
        var pages = PagesOf(47).ToList();
        Assert.Equal(["/", "/page/3.html", "/page/2.html", "/page/1.html"], pages.Select(page => page.Path));
        Assert.Equal([null, "/", "/page/3.html", "/page/2.html"], pages.Select(page => page.NewerPath));
        Assert.Equal(["/page/3.html", "/page/2.html", "/page/1.html", null], pages.Select(page => page.OlderPath));
        Assert.Equal(Posts(47).Select(post => post.Path), pages.SelectMany(page => page.Posts).Select(post => post.Path));
        Assert.Equal([true, false, false, false], pages.Select(page => page.IsFirst));
    }

    [Fact]
    public void Pages_of_a_file_lie_in_a_folder_of_its_name() =>
        Assert.Equal(
            ["/ko/tags/llm.html", "/ko/tags/llm/1.html"],
            new Listing(Layouts.List, "/ko/tags/llm.html", "ko", "LLM", Posts(20), 10).Pages().Select(page => page.Path));

    private static IEnumerable<ListingPage> PagesOf(int posts) => new Listing(Layouts.Home, "/", "en", null, Posts(posts), 10).Pages();

    private static ImmutableArray<PostEntry> Posts(int count) =>
        [.. Enumerable.Range(1, count).Reverse().Select(number => Some.Post($"/{number}.html"))];
}
