using Press.Testing;

namespace Press.Tests.Jekyll;

public sealed class JekyllSummaryTests
{
    private const string Site = """
        -- _config.yml --
        url: https://b.example.com
        lang: en
        permalink: /:year/:title
        theme: minima
        highlighter: rouge
        paginate_path: /page:num
        include: [_pages]
        email: me@example.com
        plugins: [jekyll-feed, jekyll-scholar]
        collections:
          talks:
            output: true
        -- _posts/2024-01-25-a.md --
        ---
        title: a
        ---
        B
        -- _posts/2024-01-26-b.md --
        ---
        published: false
        ---
        B
        -- about.md --
        ---
        title: About
        ---
        B

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Jekyll_site_is_summed_up()
    {
        string[] others = ["_drafts/c.md", "_talks/1.md", "_talks/2.md", "_sass/main.scss", "_plugins/x.rb", "vendor/y.scss"];
        var site = await ReadAsync(Site);

        var summary = JekyllSummary.Of(site, [.. SiteText.Sources(Site).Select(source => source.Name), .. others]);

        Assert.Equal(
            [
                "A Jekyll site, since _config.yml has 'theme'.",
                "  found        1 post, 1 page, 2 drafts",
                "  built in     jekyll-feed (feed.xml, rss.xml and feed.json)",
                "  not taken    the plug-in jekyll-scholar, the collection 'talks' (2 files), _plugins (1 file), "
                    + "Sass (1 file): compile it and put the style sheet below assets/",
                "  URLs         1 page with '.html' where Jekyll writes no ending: /2024/a.html",
                "  no effect    theme, highlighter, paginate_path",
            ],
            summary!.Lines());
        Assert.DoesNotContain(site.SourceDiagnostics, found => found.Rule == DiagnosticRules.MisspeltSetting);
    }

    [Fact]
    public async Task A_site_of_Press_has_no_summary() =>
        Assert.Null(JekyllSummary.Of(await ReadAsync("-- _config.yml --\ntitle: T\n-- a.md --\nB"), []));

    [Theory]
    [InlineData(
        "<urlset><url><loc>https://old.example.com/2024/a</loc></url><url><loc>https://old.example.com/about.html</loc></url></urlset>")]
    [InlineData("# old\n/2024/a\nhttps://b.example.com/about\n/\n/2024/a.html?x=1\n")]
    public async Task Old_URLs_that_lead_somewhere_are_not_lost(string list)
    {
        var site = await ReadAsync(Site);

        Assert.Empty(OldUrls.LostOf(OldUrls.PathsIn(list, site.Site.Settings), site));
    }

    [Fact]
    public async Task An_old_URL_that_is_lost_is_told_with_the_redirect_to_write()
    {
        var site = await ReadAsync(Site);

        var lost = OldUrls.LostOf(OldUrls.PathsIn("/blog/2023-01-01-a/\n/gone.html", site.Site.Settings), site)
            .Select(url => url.ToDiagnostic()).ToList();

        Assert.Equal(
            [
                (
                    "_posts/2024-01-25-a.md",
                    "the old URL /blog/2023-01-01-a/ will be lost; this post is at /2024/a.html now. "
                        + "Write 'redirect_from: /blog/2023-01-01-a/'."),
                (
                    "_config.yml",
                    "the old URL /gone.html will be lost. Write 'redirect_from: /gone.html' in the post or page that takes its place."),
            ],
            lost.Select(found => (found.File, found.Message)));
    }

    private static async Task<SiteState> ReadAsync(string text)
    {
        var store = new MemoryStore();
        foreach (var source in SiteText.Sources(text))
            await store.WriteAsync(source.Name, new StoreContent(source.Bytes, "text/plain"), WriteCondition.Always, Cancellation);
        return await new LocalSite(new SourceInventory(store), state: null, TimeProvider.System).ReadAsync(progress: null, Cancellation);
    }
}
