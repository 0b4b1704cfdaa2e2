using System.Text;
using Press.Testing;

namespace Press.Tests;

/// <summary>Layouts and includes as Jekyll writes them.</summary>
public sealed class JekyllLayoutTests
{
    private const string Config =
        "url: https://example.com\nbaseurl: /blog\ntheme: minima\ntitle: A & B\nauthor:\n  name: Kim\npermalink: /:title.html\n";

    [Theory]
    [InlineData("{% for p in site.posts %}{{ p.title }}={{ p.url | relative_url }};{% endfor %}", "Two=/blog/two.html;One=/blog/one.html;")]
    [InlineData("{% for t in site.tags %}{{ t[0] }}{{ t[1].size }};{% endfor %}", "x2;y1;")]
    [InlineData("{% for p in site.categories.c %}{{ p.title }}{% endfor %}", "One")]
    [InlineData("{{ site.posts | where: 'title', 'One' | map: 'url' | first }}", "/one.html")]
    [InlineData("{{ site.posts | where_exp: 'p', \"p.tags contains 'y'\" | size }}", "1")]
    [InlineData(
        "{% assign years = site.posts | group_by_exp: 'p', \"p.date | date: '%Y'\" %}"
            + "{% for y in years %}{{ y.name }}:{{ y.size }};{% endfor %}", "2025:1;2024:1;")]
    [InlineData("{{ page.id }} {{ page.path }} {{ page.url }} {{ page.date | date_to_string }}",
        "/one _posts/2024-01-02-one.md /one.html 02 Jan 2024")]
    [InlineData("{{ page.next.url | absolute_url }}", "https://example.com/blog/two.html")]
    [InlineData("{{ layout.color }} {{ site.author.name }} {{ site.title }} {{ jekyll.environment }}", "red Kim A & B production")]
    [InlineData("{{ site.data.d.e }}", "5")]
    [InlineData("{% include part.html a=page.title b=\"<i>\" %}", "part: One <i>")]
    [InlineData("{% assign n = 'part' %}{% include {{ n }}.html a='x' %}", "part: x ")]
    public void A_layout_prints_what_Jekyll_prints(string layout, string expected) =>
        Assert.Contains($"[{expected}]", Page(Publish($"[{layout}]{{{{ content }}}}"), "one.html"), StringComparison.Ordinal);

    [Fact]
    public void Seo_and_feed_meta_give_what_the_head_of_Press_has()
    {
        var page = Page(Publish("{% seo %}{% feed_meta %}"), "one.html");
        Assert.Contains("<title>One · A &amp; B</title>", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.com/blog/one.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", page, StringComparison.Ordinal);
        Assert.Contains("<script type=\"application/ld+json\">", page, StringComparison.Ordinal);
        Assert.Contains("type=\"application/atom+xml\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_author_writes_is_still_encoded()
    {
        var publication = Publish("{{ page.title }}", "title: <script>x</script>");
        Assert.DoesNotContain("<script>x", Page(publication, "one.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% for p in site.posts %}{{ p.title }}{% endfor %}", true)]
    [InlineData("{% include list.html %}", true)]
    [InlineData("{% assign s = site %}{{ s.posts.size }}", true)]
    [InlineData("{{ site.title }}{% include part.html %}", false)]
    public void Only_a_layout_that_shows_all_posts_changes_with_each_of_them(string layout, bool changes) =>
        Assert.Equal(changes, HashOf(layout, "title: Two") != HashOf(layout, "title: Other"));

    [Fact]
    public void The_home_page_has_a_paginator()
    {
        var publication = Publish("{{ content }}",
            files: [SiteText.Source("_layouts/home.html",
                "{{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.posts.size }} {{ paginator.posts[0].url }}")]);
        Assert.Equal("1/1 2 /two.html", Page(publication, "index.html"));
    }

    [Fact]
    public void A_tag_that_does_not_exist_is_one_warning_and_stays_text()
    {
        var publication = Publish("a\n{% nothing %}");
        var found = Assert.Single(publication.Diagnostics, found => found.Rule == DiagnosticRules.LiquidAsText);
        Assert.Equal(("_layouts/post.html", new TextPosition(5, 1)), (found.File, found.Position));
        Assert.Contains("{% nothing %}", Page(publication, "one.html"), StringComparison.Ordinal);
    }

    private static Publication Publish(string layout, string keys = "title: One", params ReadOnlySpan<Source> files) =>
        SiteText.PublisherAt(SiteText.Now).Publish(FilesOf(layout, keys, "title: Two", files));

    private static List<Source> FilesOf(string layout, string one, string two, params ReadOnlySpan<Source> files) =>
    [
        SiteText.Source("_config.yml", Config),
        SiteText.Source("_layouts/post.html", $"---\ncolor: red\n---\n{layout}"),
        SiteText.Source("_includes/part.html", "part: {{ include.a }} {{ include.b }}"),
        SiteText.Source("_includes/list.html", "{{ site.posts.size }}"),
        SiteText.Source("_data/d.yml", "e: 5"),
        SiteText.Source("_posts/2024-01-02-one.md", $"---\n{one}\ntags: [x]\ncategories: [c]\n---\ntext\n"),
        SiteText.Source("_posts/2025-01-02-two.md", $"---\n{two}\ntags: [x, y]\n---\ntext\n"),
        SiteText.Source("_posts/2024-06-02-three.md", "---\ntitle: Three\nhidden: true\n---\ntext\n"),
        .. files,
    ];

    private static string Page(Publication publication, string name) => Encoding.UTF8.GetString(publication.Files[name].Content.Bytes.Span);

    private static UInt128 HashOf(string layout, string two)
    {
        var site = Site.Of(FilesOf(layout, "title: One", two).Where(file => SourceName.KindOf(file.Name) == SourceKind.Site));
        var reader = new PostReader(site.Settings, trustsHtml: false, site.Templates);
        var posts = FilesOf(layout, "title: One", two).Where(file => SourceName.KindOf(file.Name) == SourceKind.Post)
            .Select(file => PostSummary.Of(reader.Read(file).Post!, site.Settings)).ToList();
        var plan = SitePlan.Of(posts, [], site, SiteText.Now);
        return new PlanInputs(plan, PlannedImages.Of(plan, _ => null), trustsHtml: false).Hashes.PageWith("post");
    }
}
