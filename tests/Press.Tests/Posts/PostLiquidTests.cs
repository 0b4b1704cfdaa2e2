using System.Text;
using Press.Testing;

namespace Press.Tests;

/// <summary>Liquid in the posts of a site that was made for Jekyll.</summary>
public sealed class PostLiquidTests
{
    private const string Jekyll = "url: https://example.com\nbaseurl: /blog\ntheme: minima\ntitle: Site\nnumbers: [3, 1]\n";

    [Theory]
    [InlineData("{{ page.title }} and {{ site.title | upcase }}", "<p>T and SITE</p>\n")]
    [InlineData("![a]({{ site.baseurl }}/b.png)", "src=\"/blog/b.png\"")]
    [InlineData("![a]({{ '/b.png' | relative_url }})", "src=\"/blog/b.png\"")]
    [InlineData("`{% raw %}{{ a }}{% endraw %}`", "<code>{{ a }}</code>")]
    [InlineData("a{% comment %}b{{ c }}{% nothing %}{% endcomment %}d", "<p>ad</p>\n")]
    [InlineData("{% assign x = 1 %}{% if x == 1 %}one{% else %}other{% endif %}", "<p>one</p>\n")]
    [InlineData("{% for n in site.numbers %}{{ n }};{% endfor %}", "<p>3;1;</p>\n")]
    [InlineData("{% include note.html text=\"a b\" of=page.title %}", "<p>note: a b T</p>\n")]
    [InlineData("{% assign f = 'note' %}{% include {{ f }}.html text='x' %}", "<p>note: x</p>\n")]
    [InlineData("{{ site.data.people[0].name }} {{ site.data.table[1].b }} {{ site.data.more.json.c }}", "<p>Kim 4 5</p>\n")]
    [InlineData("{% gist a/1 %}", "<a href=\"https://gist.github.com/a/1\"")]
    [InlineData("{{ page.date }}", "<p>2025-01-02 00:00:00 +0000</p>\n")]
    [InlineData("{{ $a b }}{{ 1 + 1 }};{{ a.0.b }}", "<p>1;</p>\n")]
    [InlineData("{{ page.title | nothing }}", "<p>T</p>\n")]
    [InlineData("{% nothing a %} {{ page.title }}", "<p>{% nothing a %} T</p>\n")]
    [InlineData("{% if page.title %}never closed {{ page.title }}", "<p>{% if page.title %}never closed T</p>\n")]
    [InlineData("{% include missing.html a=b %}", "<p>{% include missing.html a=b %}</p>\n")]
    [InlineData("a {{ b", "<p>a {{ b</p>\n")]
    public void Liquid_is_rendered_before_Markdown(string body, string expected) =>
        Assert.Contains(expected, Read(body).Post!.Html, StringComparison.Ordinal);

    [Fact]
    public void Highlighted_code_is_highlighted_as_a_fenced_block()
    {
        var fenced = Read("- a\n\n  ```ruby\n  puts 'b'\n\n  c\n  ```").Post!.Html;
        Assert.Equal(fenced, Read("- a\n\n  {% highlight ruby linenos %}\nputs 'b'\n\nc\n  {% endhighlight %}").Post!.Html);
        Assert.Contains("puts &#x27;b&#x27;&#10;",
            Read("a {% highlight ruby %}puts 'b'\nc{% endhighlight %}").Post!.Html.Replace("'b'\n", "&#x27;b&#x27;&#10;"),
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a]({% post_url 2025-01-03-b %})", "/blog/2025/01/03/b.html")]
    [InlineData("[a]({{ site.baseurl }}{% link _posts/2025-01-03-b.md %}#c)", "/blog/2025/01/03/b.html#c")]
    [InlineData("<a href=\"{{ site.url }}{{ site.baseurl }}{% post_url 2025-01-03-b %}\">a</a>", "/blog/2025/01/03/b.html")]
    public void Links_to_posts_lead_to_their_pages(string body, string link)
    {
        var publication = SiteText.PublisherAt(SiteText.Now).Publish(
        [
            SiteText.Source("_config.yml", Jekyll + "permalink: /:year/:month/:day/:title.html\n"),
            SiteText.Source("_posts/2025-01-02-a.md", $"---\ntitle: T\n---\n{body}\n"),
            SiteText.Source("_posts/2025-01-03-b.md", "---\ntitle: B\n---\n## c\n"),
        ]);
        Assert.Contains($"href=\"{link}\"", publication.Posts.Values.Single(post => post.Title == "T").Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n\nb {% nothing %}", "LQ001", 6, 3)]
    [InlineData("a\n\n{% comment %}\n\n{% endcomment %}\n{{ page.title | nothing }}", "LQ003", 9, 17)]
    [InlineData("{% for p in site.posts %}{% endfor %}", "LQ004", 4, 18)]
    [InlineData("a\n{{ site.time }}", "LQ004", 5, 9)]
    [InlineData("a\n{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}", "LQ002", 5, 1)]
    [InlineData("{% assign a = 1 %}\n\n{% raw %}\n\n{% endraw %}\n\n<script>x</script>", "MD002", 10, 1)]
    [InlineData("{% for i in (1..9) %}\nx\n{% endfor %}\n\n<script>x</script>", "MD002", 8, 1)]
    public void What_is_wrong_is_said_where_it_was_written(string body, string code, int line, int column)
    {
        var found = Assert.Single(Read(body).Diagnostics, found => found.Rule.Code == code);
        Assert.Equal(new TextPosition(line, column), found.Position);
    }

    [Fact]
    public void A_post_may_keep_its_Liquid_as_text()
    {
        var reading = Read("{{ page.title }}", "render_with_liquid: false\n");
        Assert.Equal("<p>{{ page.title }}</p>\n", reading.Post!.Html);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("a {% raw %}b{% endraw %} {{ site.x }}", 3)]
    [InlineData("`{{ site.x }}`\n\n{{ site.x }}", 5)]
    [InlineData("{{< youtube abc >}}", 3)]
    [InlineData("a\n{{% notice %}}b{{% /notice %}}", 4)]
    public void In_another_site_template_code_is_warned_of_once(string body, int line)
    {
        var reading = Read(body, config: "url: https://example.com\n");
        var found = Assert.Single(reading.Diagnostics, found => found.Rule == DiagnosticRules.ForeignTemplate);
        Assert.Equal(line + 1, found.Position.Line);
    }

    [Theory]
    [InlineData("`{{ site.x }}`\n\n```\n{% raw %}\n```")]
    [InlineData("{{ a }} {%b%}")]
    public void Template_code_in_code_is_not_warned_of(string body) =>
        Assert.DoesNotContain(Read(body, config: "url: https://example.com\n").Diagnostics, found =>
            found.Rule == DiagnosticRules.ForeignTemplate);

    [Fact]
    public void A_changed_include_or_file_of_data_changes_the_posts_that_have_Liquid_alone()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        foreach (var text in new[] { "one", "two" })
        {
            var publication = publisher.Publish(
            [
                SiteText.Source("_config.yml", Jekyll),
                SiteText.Source("_includes/a.html", text),
                SiteText.Source("_data/b.yml", $"c: {text}"),
                SiteText.Source("_posts/2025-01-02-a.md", "---\ntitle: T\n---\n{% include a.html %} {{ site.data.b.c }}\n"),
                SiteText.Source("_posts/2025-01-03-b.md", "---\ntitle: B\n---\ntext\n"),
            ]);
            Assert.Equal($"<p>{text} {text}</p>\n", publication.Posts.Values.Single(post => post.Title == "T").Html);
        }
    }

    [Fact]
    public void A_page_lists_posts_and_changes_with_them()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        foreach (var title in new[] { "C", "D" })
        {
            var publication = publisher.Publish(
            [
                SiteText.Source("_config.yml", Jekyll),
                SiteText.Source(
                    "archive.md",
                    "---\nlayout: page\n---\n{% for p in site.posts %}[{{ p.title }}]({{ site.baseurl }}{{ p.url }}) {% endfor %}\n"),
                SiteText.Source(
                    "index.html",
                    "---\nlayout: page\n---\n<p>{{ paginator.total_posts }} {{ paginator.posts[0].title }} {{ site.tags.t.size }}</p>\n"),
                SiteText.Source("_posts/2025-01-02-b.md", "---\ntitle: B\ntags: [t]\n---\n{{ site.posts.size }}\n"),
                SiteText.Source("_posts/2025-01-03-c.md", $"---\ntitle: {title}\n---\ntext\n"),
            ]);
            var (archive, home) = (TextOf("archive.html"), TextOf("index.html"));
            Assert.Contains($"<a href=\"/blog/2025/01/03/c.html\">{title}</a>", archive, StringComparison.Ordinal);
            Assert.Contains("<a href=\"/blog/2025/01/02/b.html\">B</a>", archive, StringComparison.Ordinal);
            Assert.Contains($"<p>2 {title} 1</p>", home, StringComparison.Ordinal);
            var found = Assert.Single(publication.Diagnostics, found => found.Rule.Code.StartsWith("LQ", StringComparison.Ordinal));
            Assert.Equal(("LQ004", "_posts/2025-01-02-b.md"), (found.Rule.Code, found.File));

            string TextOf(string file) => Encoding.UTF8.GetString(publication.Files[file].Content.Bytes.Span);
        }
    }

    private static PostReading Read(string body, string keys = "", string config = Jekyll)
    {
        var site = Site.Of(
        [
            SiteText.Source("_config.yml", config),
            SiteText.Source("_includes/note.html", "note: {{ include.text }} {{ include.of }}"),
            SiteText.Source("_data/people.yml", "- name: Kim\n- name: Lee\n"),
            SiteText.Source("_data/table.csv", "a,b\n1,2\n3,4\n"),
            SiteText.Source("_data/more/json.json", "{\"c\": 5}"),
        ]);
        return new PostReader(site.Settings, trustsHtml: false, site.Templates)
            .Read(SiteText.Source("_posts/2025-01-02-a.md", $"---\ntitle: T\n{keys}---\n{body}\n"));
    }
}
