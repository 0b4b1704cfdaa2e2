using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

/// <summary><c>include_relative</c>: files in the folder of a post, which it is made of with its own text.</summary>
public sealed class IncludeRelativeTests
{
    private const string Jekyll = "url: https://example.com\ntheme: minima\n";

    [Theory]
    [InlineData("{% include_relative part.md %}", "<p><strong>part</strong> T</p>\n")]
    [InlineData("{% include_relative below/other.html word=\"w\" %}", "<p>other: w</p>\n")]
    [InlineData("{% assign f = 'part' %}{% include_relative {{ f }}.md %}", "<p><strong>part</strong> T</p>\n")]
    [InlineData("{% if false %}{% include_relative part.md %}{% endif %}x", "<p>x</p>\n")]
    [InlineData("{% include_relative below/nested.md %}", "<p>nested <strong>part</strong> T</p>\n")]
    [InlineData("{% for n in (1..3) %}{% include_relative {{ n }}.txt %}{% endfor %}", "<p>onetwothree</p>\n")]
    public void A_file_of_the_folder_is_included(string body, string html)
    {
        var publication = Publish(body);
        Assert.Equal(html, Html(publication));
        Assert.DoesNotContain(publication.Diagnostics, found => found.Rule.Code.StartsWith("LQ", StringComparison.Ordinal));
        // What it includes is no post by itself.
        Assert.Equal(2, publication.Posts.Count);
    }

    [Theory]
    [InlineData("missing.md", "does not exist")]
    [InlineData("../about.md", "is no path below")]
    [InlineData("/etc/passwd", "is no path below")]
    [InlineData("./part.md", "is no path below")]
    [InlineData("_secret/a.md", "Press reads no files")]
    [InlineData("long.txt", "more than 1,048,576 bytes")]
    [InlineData("binary.txt", "no text")]
    [InlineData("itself.txt", "")]
    public void What_cannot_be_included_is_said_where_it_was_written(string name, string reason)
    {
        var publication = Publish($"a\n\n{{% include_relative {name} %}}");
        var found = Assert.Single(publication.Diagnostics, found => found.Rule.Code.StartsWith("LQ", StringComparison.Ordinal));
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
        if (reason is "")
            Assert.Equal(DiagnosticRules.LiquidFailed, found.Rule);
        else
            Assert.Equal((DiagnosticRules.NoPart, new TextPosition(6, 21)), (found.Rule, found.Position));
        Assert.Contains("include_relative", Html(publication), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_includes_so_many_files_and_no_more()
    {
        var tags = string.Concat(
            Enumerable.Range(1, LiquidLimits.MaxParts + 5).Select(number => $"{{% include_relative n{number}.txt %}}\n"));
        var publication = Publish(tags);
        Assert.Contains(
            publication.Diagnostics,
            found => found.Rule == DiagnosticRules.NoPart && found.Message.Contains("at most 32", StringComparison.Ordinal));
    }

    [Fact]
    public void A_layout_is_told_where_its_files_belong()
    {
        var publication = SiteText.Publish(
            $"-- _config.yml --\n{Jekyll}\n-- _layouts/post.html --\n{{% include_relative a.html %}}\n"
                + "-- _posts/2025-01-02-a.md --\n---\n---\ntext\n");
        Assert.Contains(publication.Diagnostics, found => found.Message.Contains("Put 'a.html' in _includes/", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_changes_a_file_changes_the_posts_that_include_it_and_no_others()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        var first = publisher.Publish(Sources("{% include_relative part.md %}", "one"));
        var second = publisher.Publish(Sources("{% include_relative part.md %}", "two"));
        Assert.Equal("<p>one</p>\n", Html(first));
        Assert.Equal("<p>two</p>\n", Html(second));
        var other = second.Posts.Values.Single(post => post.Title == "Other");
        var before = first.Posts.Values.Single(post => post.Title == "Other");
        Assert.Equal(before.Html, other.Html);
        // It was not read again.
        Assert.Same(before.FrontMatter, other.FrontMatter);
    }

    [Fact]
    public async Task The_engine_publishes_a_post_anew_when_a_file_that_it_includes_changes_comes_or_goes()
    {
        var (posts, site, everybody, press) = (new MemoryStore(), new MemoryStore(), new MemoryStore(), new MemoryStore());
        var engine = new PublishingEngine(new SiteStores(posts, site, everybody, press), new FakeTimeProvider(SiteText.Now));
        await PutAsync(site, "_config.yml", Jekyll + "permalink: /:title.html\n");
        await engine.ApplySiteAsync("_config.yml", Cancellation);
        await PublishAsync("2025-01-02-a.md", "---\ntitle: T\n---\n<i>{% include_relative parts/b.html %}</i>\n");
        Assert.Contains("include_relative", everybody.Text("a.html"), StringComparison.Ordinal);

        await PublishAsync("parts/b.html", "one");
        Assert.Contains("<i>one</i>", everybody.Text("a.html"), StringComparison.Ordinal);
        await PublishAsync("parts/b.html", "two");
        Assert.Contains("<i>two</i>", everybody.Text("a.html"), StringComparison.Ordinal);
        // A sweep of a new engine finds nothing else.
        var writes = everybody.Writes;
        await new PublishingEngine(new SiteStores(posts, site, everybody, press), new FakeTimeProvider(SiteText.Now))
            .SweepAsync(Cancellation);
        Assert.Equal(writes, everybody.Writes);

        await posts.DeleteAsync("parts/b.html", null, Cancellation);
        await engine.PublishAsync("parts/b.html", Cancellation);
        Assert.Contains("include_relative", everybody.Text("a.html"), StringComparison.Ordinal);

        async Task PublishAsync(string name, string text)
        {
            await PutAsync(posts, name, text);
            await engine.PublishAsync(name, Cancellation);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<string?> PutAsync(MemoryStore store, string name, string text) =>
        store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, Cancellation);

    private static string Html(Publication publication) => publication.Posts.Values.Single(post => post.Title == "T").Html;

    private static Publication Publish(string body) =>
        SiteText.PublisherAt(SiteText.Now).Publish(Sources(body, "**part** {{ page.title }}"));

    private static List<Source> Sources(string body, string part) =>
    [
        SiteText.Source("_config.yml", Jekyll),
        SiteText.Source("_posts/2025-01-02-a.md", $"---\ntitle: T\n---\n{body}\n"),
        SiteText.Source("_posts/2025-01-03-b.md", "---\ntitle: Other\n---\n{{ page.title }}\n"),
        SiteText.Source("_posts/part.md", part),
        SiteText.Source("_posts/itself.txt", "{% include_relative itself.txt %}"),
        SiteText.Source("_posts/below/other.html", "other: {{ include.word }}"),
        SiteText.Source("_posts/below/nested.md", "nested {% include_relative part.md %}"),
        SiteText.Source("_posts/1.txt", "one"),
        SiteText.Source("_posts/2.txt", "two"),
        SiteText.Source("_posts/3.txt", "three"),
        SiteText.Source("_posts/_secret/a.md", "secret"),
        SiteText.Source("_posts/long.txt", new string('x', SourcePart.MaxBytes + 1)),
        new("_posts/binary.txt", new byte[] { 0xFF, 0xFE, 0xFF }, "1", SiteText.Now),
    ];
}
