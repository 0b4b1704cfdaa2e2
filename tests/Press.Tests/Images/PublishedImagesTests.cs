using Press.Testing;

namespace Press.Tests;

/// <summary>Pictures from sources to public files, as on a laptop.</summary>
public sealed class PublishedImagesTests
{
    private static readonly Source Picture = SiteText.Source("_posts/images/a.png", Pictures.Png(500, 20));

    private readonly MemoryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_picture_has_its_versions_beside_it_and_its_size_on_the_page()
    {
        var site = Publish("-- _posts/2025-01-01-a.md --\n![a](/images/a.png)\n", Picture);
        Assert.Empty(site.Diagnostics);
        Assert.Equal(
            ["images/a.png", "images/a.png.480.webp", "images/a.png.500.webp"],
            site.Files.Keys.Where(name => name.StartsWith("images/", StringComparison.Ordinal)));
        var version = site.Files["images/a.png.480.webp"];
        Assert.Equal(
            ("image/webp", "public, max-age=3600", Picture.Name),
            (version.Content.ContentType, version.Content.CacheControl, version.SourceName));

        const string Dressed = "<img src=\"/images/a.png\" decoding=\"async\" alt=\"a\" width=\"500\" height=\"20\" "
            + "srcset=\"/images/a.png.480.webp 480w, /images/a.png.500.webp 500w\" sizes=\"(max-width: 500px) 100vw, 500px\"";
        Assert.Contains(Dressed + " fetchpriority=\"high\" />", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains(Dressed, site.Posts["/a.html"].Html, StringComparison.Ordinal);
        // Listings show excerpts of many posts; which of them is in view nobody knows.
        Assert.Contains(Dressed + " loading=\"lazy\" />", site.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Layouts_see_the_size_and_the_versions_of_hero_and_card()
    {
        const string Layout = "{{ page.hero.src }} {{ page.hero.width }}x{{ page.hero.height }} {{ page.hero.srcset }} | "
            + "{{ page.card.src }} {{ page.card.width }} {{ page.card.srcset }}|";
        var site = Publish($"""
            -- _layouts/post.html --
            {Layout}
            -- _config.yml --
            baseurl: /b
            url: https://example.com
            -- a.md --
            ---
            featured_image: /images/a.png
            featured_image_thumbnail: https://example.org/t.png
            ---
            -- b.md --
            B
            """, Picture);
        Assert.Equal(
            "/b/images/a.png 500x20 /b/images/a.png.480.webp 480w, /b/images/a.png.500.webp 500w | https://example.org/t.png  |",
            site.File("a.html").Trim());
        Assert.Equal(" x  |   |", site.File("b.html").TrimEnd());
    }

    [Theory]
    [InlineData("/images/a.png", "![a](images/a.png)", "")]
    [InlineData("/images/a.png", "![a](/images/b.png)", "/images/a.png")]
    [InlineData("https://example.org/a.png", "<img src=\"https://example.org/a.png\">", "")]
    public void A_body_that_shows_the_image_itself_needs_no_hero(string image, string body, string hero)
    {
        var site = Publish($"-- _layouts/post.html --\n{{{{ page.hero.src }}}}\n-- a.md --\n---\nimage: {image}\n---\n{body}\n", Picture);
        Assert.Equal(hero, site.File("a.html").Trim());
    }

    [Fact]
    public void A_setting_leaves_the_size_and_makes_no_versions()
    {
        var site = Publish(
            "-- _config.yml --\nurl: https://example.com\nresponsive_images: false\n-- a.md --\n![a](/images/a.png)\n", Picture);
        Assert.Empty(site.Diagnostics);
        Assert.DoesNotContain(site.Files.Keys, name => name.EndsWith(".webp", StringComparison.Ordinal));
        Assert.Contains("alt=\"a\" width=\"500\" height=\"20\" fetchpriority=\"high\" />", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_an_author_goes_before_a_version_of_that_name()
    {
        var own = SiteText.Source("images/a.png.480.webp", Pictures.WebP(30, 20));
        var site = Publish("-- a.md --\n![a](/images/a.png)\n", Picture, own);
        Assert.True(own.Bytes.Span.SequenceEqual(site.Files[own.Name].Content.Bytes.Span));
        Assert.Contains("srcset=\"/images/a.png.500.webp 500w\"", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_whose_name_leaves_no_room_for_those_of_its_versions_has_none_and_is_told_of()
    {
        var name = string.Concat(Enumerable.Repeat("\uAC00", 82)) + ".png";
        var site = Publish($"-- a.md --\n![a](/{name})\n", SiteText.Source(name, Pictures.Png(500, 20)));
        Assert.Equal(("IM002", name), (Assert.Single(site.Diagnostics).Rule.Code, site.Diagnostics[0].File));
        Assert.DoesNotContain(site.Files.Keys, file => file.EndsWith(".webp", StringComparison.Ordinal));
        Assert.Contains("alt=\"a\" width=\"500\" height=\"20\" fetchpriority=\"high\" />", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_told_of_and_published()
    {
        var cut = SiteText.Source("a.jpg", Pictures.Jpeg(600, 400)[..5_000]);
        var site = Publish("-- a.md --\n![a](/a.jpg)\n", cut);
        Assert.Equal(
            ("IM001", "a.jpg", false), (Assert.Single(site.Diagnostics).Rule.Code, site.Diagnostics[0].File, site.Diagnostics[0].IsError));
        Assert.True(cut.Bytes.Span.SequenceEqual(site.Files["a.jpg"].Content.Bytes.Span));
        Assert.Contains(
            "<img src=\"/a.jpg\" decoding=\"async\" alt=\"a\" fetchpriority=\"high\" />", site.File("a.html"), StringComparison.Ordinal);
        Assert.Empty(site.FailedSources);
    }

    [Fact]
    public async Task What_was_made_is_kept_and_found_again_under_any_name()
    {
        Prepare(Picture);
        var kept = Assert.Single(_store.Names, name => name.EndsWith(".json", StringComparison.Ordinal));
        // A width that no picture here has tells where the facts come from.
        await PutAsync(kept, _store.Text(kept).Replace("\"width\":500,\"height\"", "\"width\":77,\"height\"", StringComparison.Ordinal));

        var moved = SiteText.Source("b/renamed.png", Picture.Bytes.ToArray());
        Assert.Contains("width=\"77\"", Prepare(moved).File("a.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".json", "{ cut off")]
    [InlineData(".json", "{\"version\":\"0\"}")]
    [InlineData(".480.webp", "another picture")]
    public async Task What_is_not_whole_is_made_again(string item, string content)
    {
        var before = Prepare(Picture);
        await PutAsync(_store.Names.First(name => name.EndsWith(item, StringComparison.Ordinal)), content);
        var after = Prepare(Picture);
        Assert.All(
            before.Files.Values,
            file => Assert.True(file.Content.Bytes.Span.SequenceEqual(after.Files[file.Name].Content.Bytes.Span), file.Name));
    }

    [Fact]
    public async Task What_no_picture_needs_any_more_is_forgotten()
    {
        var sources = new MemoryStore();
        await BuildAsync(Picture.Bytes);
        Assert.Equal(3, Kept());
        await BuildAsync(Pictures.Png(20, 20));
        Assert.Equal(2, Kept());

        async Task BuildAsync(ReadOnlyMemory<byte> picture)
        {
            await sources.WriteAsync("images/a.png", new StoreContent(picture, "image/png"), WriteCondition.Always, Cancellation);
            var local = new LocalSite(new SourceInventory(sources), _store, TimeProvider.System);
            await local.WriteAsync(
                await local.ReadAsync(progress: null, Cancellation), new MemoryStore(), "list.json", progress: null, Cancellation);
        }

        int Kept() => _store.Names.Count(name => name.StartsWith("images/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_fails_costs_time_alone()
    {
        var publisher = new Publisher(TimeProvider.System, images: new ImageCache(new BrokenStore(_store)));
        Assert.Contains("images/a.png.480.webp", publisher.Publish([Picture]).Files.Keys);
    }

    [Fact]
    public void A_check_finds_what_is_wrong_and_makes_nothing()
    {
        var site = new Publisher(TimeProvider.System, images: ImageCache.ForChecks()).Publish(
            [Picture, SiteText.Source("b.jpg", Pictures.Jpeg(600, 400)[..5_000])]);
        Assert.Equal("b.jpg", Assert.Single(site.Diagnostics).File);
        Assert.DoesNotContain(site.Files.Keys, name => name.EndsWith(".webp", StringComparison.Ordinal));
    }

    private static Publication Publish(string text, params Source[] pictures) =>
        SiteText.PublisherAt(SiteText.Now).Publish([.. SiteText.Sources(text), .. pictures]);

    private Publication Prepare(Source picture)
    {
        Source[] sources = [picture, SiteText.Source("a.md", $"![a](/{SourceName.WithoutPostsFolder(picture.Name)})")];
        return new Publisher(TimeProvider.System, images: new ImageCache(_store)).Publish(sources);
    }

    private Task<string?> PutAsync(string name, string content) =>
        _store.WriteAsync(
            name, new StoreContent(System.Text.Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, Cancellation);

    private sealed class BrokenStore(MemoryStore store) : DelegatingStore(store)
    {
        public override Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
            throw new StoreException(name, "out of order", cause: null);

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            throw new StoreException(name, "out of order", cause: null);

        public override IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken) =>
            throw new StoreException("", "out of order", cause: null);
    }
}
