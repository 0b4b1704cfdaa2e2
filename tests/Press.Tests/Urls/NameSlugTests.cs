using Press.Testing;

namespace Press.Tests;

public sealed class NameSlugTests
{
    [Theory]
    [InlineData("C", "c")]
    [InlineData("C#", "c-sharp")]
    [InlineData("C++", "c-plus-plus")]
    [InlineData("C++20", "c-plus-plus-20")]
    [InlineData(".NET", "dot-net")]
    [InlineData("NET", "net")]
    [InlineData("ASP.NET", "asp-net")]
    [InlineData("F#/.NET 10", "f-sharp-dot-net-10")]
    [InlineData("Node.js", "node-js")]
    [InlineData("A*", "a-star")]
    [InlineData("#태그", "태그")]
    [InlineData("../x", "x")]
    [InlineData("ＬＬＭ", "llm")]
    [InlineData("한글", "한글")]
    [InlineData("🎉", "🎉")]
    [InlineData("🎉 파티", "파티")]
    [InlineData("#", "")]
    [InlineData("?!", "")]
    public void A_slug_follows_from_the_name_alone(string name, string slug)
    {
        Assert.Equal(slug, NameSlug.Of(name));
        Assert.Equal(slug, NameSlug.Of(slug));
    }

    [Fact]
    public void Four_names_have_four_pages_whatever_other_tags_there_are()
    {
        var alone = SiteText.Publish("-- 2025-01-01-a.md --\n---\ntags: ['C#']\n---\nA\n");
        var among = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\ntags: ['C#']\n---\nA\n-- 2025-01-02-b.md --\n---\ntags: [C, C++, .NET]\n---\nB\n");
        Assert.Contains("tags/c-sharp.html", alone.Files.Keys);
        Assert.Equal(
            ["tags/c-plus-plus.html", "tags/c-sharp.html", "tags/c.html", "tags/dot-net.html"],
            among.Files.Keys.Where(name => name.StartsWith("tags/", StringComparison.Ordinal)));
        Assert.Empty(among.Diagnostics);
        Assert.Equal("/a.html", among.Catalog.Tagged("c#", language: null).Single().Path);
        Assert.Equal("/b.html", among.Catalog.Tagged("c", language: null).Single().Path);
    }

    [Fact]
    public void Names_that_share_a_slug_are_one_tag_with_the_spelling_of_most_posts_and_a_warning()
    {
        var site = SiteText.Publish("""
            -- 2025-01-01-a.md --
            ---
            tags: [machine-learning]
            ---
            -- 2025-01-02-b.md --
            ---
            title: b
            tags: [Machine Learning]
            ---
            -- 2025-01-03-c.md --
            ---
            tags: [Machine Learning]
            ---
            """);
        var tag = Assert.Single(site.Catalog.Tags);
        Assert.Equal(("Machine Learning", "machine-learning", 3), (tag.Name, tag.Slug, tag.Count));
        Assert.Equal(
            "2025-01-01-a.md(2,7): warning FM018: the tag 'machine-learning' has one page with 'Machine Learning', "
                + "and that spelling is shown. Write 'Machine Learning', or another word.",
            Assert.Single(site.Diagnostics).ToString());
    }
}
