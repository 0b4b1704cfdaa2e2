using Press.Testing;

namespace Press.Tests.Jekyll;

/// <summary>The expected paths are those that Jekyll 4.3.1 writes for the same folder.</summary>
public sealed class JekyllUrlTests
{
    private const string Config = "-- _config.yml --\nurl: https://b.example.com\nlang: en\nmarkdown: kramdown\n";

    [Theory]
    [InlineData("2024-01-25-My-First-Post.md", "2024/01/25/My-First-Post.html")]
    [InlineData("2024-01-25-announcing-scalajs-0.6.6.md", "2024/01/25/announcing-scalajs-0.6.6.html")]
    [InlineData("2024-01-25-under_score.md", "2024/01/25/under_score.html")]
    [InlineData("2024-01-25-a--b.md", "2024/01/25/a-b.html")]
    [InlineData("2024-01-25-what's-new.md", "2024/01/25/what's-new.html")]
    [InlineData("2024-01-25-node.js+react.md", "2024/01/25/node.js+react.html")]
    [InlineData("2024-01-25-Foo(bar).md", "2024/01/25/Foo(bar).html")]
    [InlineData("2024-01-25-C++-and-C#.md", "2024/01/25/C++-and-C.html")]
    [InlineData("2024-01-25-2024-review.md", "2024/01/25/2024-review.html")]
    [InlineData("2024-01-25-한글 제목.md", "2024/01/25/한글-제목.html")]
    public void A_post_has_the_URL_that_Jekyll_gives_it(string name, string file) =>
        Assert.Equal([file], FilesOf($"{Config}-- _posts/{name} --\n---\ntitle: t\n---\nB"));

    [Theory]
    [InlineData("date", "web dev/c#/2024/01/25/Foo_Bar.html")]
    [InlineData("pretty", "web dev/c#/2024/01/25/Foo_Bar/index.html")]
    [InlineData("ordinal", "web dev/c#/2024/025/Foo_Bar.html")]
    [InlineData("weekdate", "web dev/c#/2024/W04/Thu/Foo_Bar.html")]
    [InlineData("none", "web dev/c#/Foo_Bar.html")]
    [InlineData("/blog/:title/", "blog/Foo_Bar/index.html")]
    [InlineData("/:slugified_categories/:slug/", "web-dev/c/foo-bar/index.html")]
    [InlineData("/:month_:day/:title:output_ext", "01_25/Foo_Bar.html")]
    public void Styles_and_placeholders_mean_what_they_mean_to_Jekyll(string permalink, string file) => Assert.Equal(
        [file],
        FilesOf($"{Config}permalink: {permalink}\n-- _posts/2024-01-25-Foo_Bar.md --\n---\ncategories: [Web Dev, 'C#']\n---\nB"));

    [Theory]
    [InlineData("blog/dev/_posts/sub/2024-01-25-a.md", "title: t", "blog/dev/2024/01/25/a.html")]
    [InlineData("blog/_posts/2024-01-25-a.md", "categories: [Blog, x]", "blog/x/2024/01/25/a.html")]
    [InlineData("_posts/2024-01-25-a.md", "category: One Two", "one two/2024/01/25/a.html")]
    [InlineData("_posts/2024-01-25-a.md", "categories: one two", "one/two/2024/01/25/a.html")]
    [InlineData("_posts/2024-01-25-a.md", "categories: [a]\ncategory: b", "a/b/2024/01/25/a.html")]
    public void Folders_above_posts_and_both_keys_are_categories(string name, string frontMatter, string file) =>
        Assert.Equal([file], FilesOf($"{Config}-- {name} --\n---\n{frontMatter}\n---\nB"));

    [Theory]
    [InlineData("date: 2024-01-25 20:00:00", "2024/01/26/a.html")]
    [InlineData("date: '2024-01-25 20:00:00'", "2024/01/25/a.html")]
    [InlineData("date: 2024-01-25 20:00", "2024/01/25/a.html")]
    [InlineData("date: 2024-01-25", "2024/01/25/a.html")]
    [InlineData("date: 2024-01-25 20:00:00 +0000", "2024/01/26/a.html")]
    [InlineData("date: 2024-01-25 17:00:00-18:00:00", "2024/01/26/a.html")]
    public void The_day_is_that_of_the_sites_time_zone(string date, string file) => Assert.Equal(
        [file],
        FilesOf($"{Config}timezone: Asia/Seoul\n-- _posts/2024-01-01-a.md --\n---\n{date}\n---\nB"));

    [Fact]
    public void Defaults_give_keys_by_path_and_type()
    {
        var published = SiteText.Publish(Config + """
            defaults:
              - scope: { path: "", type: posts }
                values: { permalink: "/p/:title/", author: Kim }
              - scope: { path: "_posts/dev" }
                values: { permalink: "/dev/:title/", categories: [dev] }
              - scope: { path: "", type: pages }
                values: { author: Lee }
            -- _posts/2024-01-25-a.md --
            ---
            title: a
            ---
            B
            -- _posts/dev/2024-01-26-b.md --
            ---
            categories: [x]
            ---
            B
            -- about.md --
            ---
            layout: page
            ---
            B
            """);

        Assert.Equal(["about.html", "dev/b/index.html", "p/a/index.html"], published.FilesOfSources());
        Assert.All(published.Catalog.Entries, post => Assert.Equal("Kim", post.Author));
        Assert.Equal(["dev", "x"], published.Catalog.Entries[0].Categories);
    }

    [Fact]
    public void A_language_has_no_folder_unless_the_site_uses_polyglot()
    {
        const string Post = "-- _posts/2024-01-25-a.md --\n---\nlang: ko\n---\nB";

        Assert.Equal(["2024/01/25/a.html"], FilesOf(Config + Post));
        Assert.Equal(["2024/01/25/a.html"], FilesOf($"{Config}languages: [en, ko]\n{Post}"));
        Assert.Equal(["ko/2024/01/25/a.html"], FilesOf($"{Config}languages: [en, ko]\nplugins: [jekyll-polyglot]\n{Post}"));
    }

    private static IEnumerable<string> FilesOf(string site)
    {
        var published = SiteText.Publish(site);
        Assert.DoesNotContain(published.Diagnostics, found => found.IsError);
        return published.FilesOfSources();
    }
}
