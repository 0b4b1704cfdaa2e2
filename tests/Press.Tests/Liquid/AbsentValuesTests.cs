using Press.Testing;

namespace Press.Tests;

/// <summary>What a template asks for and does not get is said, and not left empty without a word.</summary>
public sealed class AbsentValuesTests
{
    private const string Jekyll = "-- _config.yml --\nurl: https://example.com\ntheme: minima\npermalink: /:title.html\n";
    private const string Posts = "-- _posts/2025-01-02-a.md --\n---\ntitle: A\n---\ntext\n-- about.md --\n---\ntitle: About\n---\ntext\n";

    [Theory]
    [InlineData("x\n{{ site.time | date: '%Y' }}", "LQ008", 2, 4)]
    [InlineData("{% for f in site.static_files %}{{ f.path }}{% endfor %}", "LQ008", 1, 13)]
    [InlineData("{% for p in site.posts %}{{ p.content }}{% endfor %}", "LQ008", 1, 29)]
    [InlineData("{%- for p in paginator.posts -%}\n{{ p.title }}{{ p.content | strip_html }}{% endfor %}", "LQ008", 2, 17)]
    [InlineData("a\n\n{{ page.title | nothing: 1 }}", "LQ003", 3, 1)]
    public void In_a_layout(string layout, string code, int line, int column)
    {
        var published = SiteText.Publish($"{Jekyll}-- _layouts/post.html --\n{layout}\n{Posts}");
        var found = Assert.Single(published.Diagnostics, found => found.File == "_layouts/post.html");
        Assert.Equal((code, new TextPosition(line, column)), (found.Rule.Code, found.Position));
    }

    [Theory]
    [InlineData("{{ page.content }}{{ content }}{% for p in site.posts %}{{ p.excerpt }}{% endfor %}")]
    [InlineData("{% for p in page.items %}{{ p.content }}{% endfor %}{{ site.timezone }}")]
    public void What_is_there_is_not_told(string layout) => Assert.DoesNotContain(
        SiteText.Publish($"{Jekyll}-- _layouts/post.html --\n{layout}\n{Posts}").Diagnostics, found => found.File == "_layouts/post.html");

    [Theory]
    [InlineData("{% for p in site.posts %}{{ p.content }}{% endfor %}", "LQ008", 4, 29)]
    [InlineData("{% for p in site.posts %}\n{{ p.title | nothing }}{% endfor %}", "LQ003", 5, 14)]
    public void In_a_page_that_lists_posts_even_if_it_shows_with_its_lists_alone(string body, string code, int line, int column)
    {
        var published = SiteText.Publish($"{Jekyll}-- list.md --\n---\ntitle: List\n---\n{body}\n{Posts}");
        var found = Assert.Single(published.Diagnostics, found => found.File == "list.md");
        Assert.Equal((code, new TextPosition(line, column)), (found.Rule.Code, found.Position));
    }

    [Fact]
    public void Pages_are_listed_and_a_list_changes_with_them()
    {
        const string List =
            "-- list.md --\n---\ntitle: List\n---\n{% for p in site.pages %}{{ p.title }}={{ p.url }}={{ p.path }};{% endfor %}"
            + "{% assign a = site.pages | where: 'path', 'about.md' | first %}{{ a.title }}\n";
        var publisher = SiteText.PublisherAt(SiteText.Now);
        var text = Jekyll + List + Posts;
        Assert.Contains("About=/about.html=about.md;List=/list.html=list.md;About", Page(text), StringComparison.Ordinal);
        Assert.Contains(
            "Us=/about.html=about.md;List=/list.html=list.md;Us",
            Page(text.Replace("About", "Us", StringComparison.Ordinal)),
            StringComparison.Ordinal);

        string Page(string site) =>
            System.Text.Encoding.UTF8.GetString(publisher.Publish(SiteText.Sources(site)).Files["list.html"].Content.Bytes.Span);
    }
}
