using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

public sealed class PublishingEngineTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _site = new();
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublishingEngine Engine => NewEngine();

    [Fact]
    public async Task The_sample_blog_is_published_byte_for_byte_as_it_is_previewed()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.SampleBlog, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.SampleBlog, path).Replace('\\', '/').ToNormalForm();
            await PutAsync(SourceName.KindOf(name) == SourceKind.Site ? _site : _posts, name, File.ReadAllBytes(path));
        }

        await Engine.SweepAsync(Cancellation);

        var sources = new[] { _posts, _site }.SelectMany(store => store.Items.Values).Select(Source.Of)
            .Where(source => SourceName.KindOf(source.Name) != SourceKind.Ignored).ToList();
        var preview = new Publisher(_clock).Publish(sources);
        Assert.Equal(preview.Files.Keys, _public.Names);
        Assert.All(
            preview.Files.Values,
            file => Assert.True(file.Content.Bytes.Span.SequenceEqual(_public.Items[file.Name].Bytes.Span), file.Name));
    }

    [Fact]
    public async Task What_somebody_else_does_to_public_files_is_undone_by_the_sweep()
    {
        await PublishAsync("a.md", "text");
        var page = _public.Text("a.html");
        await PutAsync(_public, "a.html", "defaced"u8.ToArray());
        await PutAsync(_public, "b.html", "added"u8.ToArray());
        await _public.DeleteAsync("assets/press.css", null, Cancellation);

        await Engine.SweepAsync(Cancellation);
        Assert.Equal(page, _public.Text("a.html"));
        Assert.Equal(SiteText.CommonFiles.Concat(["a.html", "search-en-1.txt"]).Order(StringComparer.Ordinal), _public.Names);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("parts/")]
    [InlineData("receipts/a.md.json")]
    [InlineData("words/search-en-1.txt")]
    [InlineData("site/_config.yml.json")]
    public async Task What_is_lost_or_spoilt_of_the_engines_own_is_made_again(string item)
    {
        await PutAsync(_site, "_config.yml", "title: A name"u8.ToArray());
        await PublishAsync("a.md", "text");
        await Engine.SweepAsync(Cancellation);
        var name = _press.Names.First(name => name.StartsWith(item, StringComparison.Ordinal));
        var before = _press.Items[name].Bytes;
        var writes = _public.Writes;

        await PutAsync(_press, name, "{ cut off"u8.ToArray());
        await Engine.BuildCatalogAsync(Cancellation);
        Assert.Equal(writes, _public.Writes);

        await _press.DeleteAsync(name, null, Cancellation);
        await Engine.SweepAsync(Cancellation);
        if (!State.IsOfIt(name))
            Assert.Equal(Encoding.UTF8.GetString(before.Span), _press.Text(name));
        State.CheckParts(_press);
        Assert.Equal("a.md", Assert.Single(State.CatalogOf(_press).Entries).Source);
        Assert.Contains("A name", _public.Text("a.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% if %}", "LY002")]
    [InlineData("{% for i in (1..2000000000) %}{% endfor %}", "LY003")]
    [InlineData("{{ page.title | date: '%999999999d' }}{{ 'now' | date: '%999999999d' }}", "LY003")]
    public async Task A_new_layout_is_on_every_page_and_a_broken_one_leaves_the_last_good_one(string broken, string code)
    {
        for (var number = 0; number < 5; number++)
            await PublishAsync($"{number}.md", "text");

        await PutAsync(_site, "_layouts/post.html", "<i>{{ page.title }}</i>"u8.ToArray());
        await Engine.ApplySiteAsync("_layouts/post.html", Cancellation);
        Assert.All(Enumerable.Range(0, 5), number => Assert.Equal($"<i>{number}</i>", _public.Text($"{number}.html")));
        Assert.Equal(ReceiptState.Applied, (await SiteReceiptAsync("_layouts/post.html")).State);

        await PutAsync(_site, "_layouts/post.html", Encoding.UTF8.GetBytes(broken));
        await Engine.ApplySiteAsync("_layouts/post.html", Cancellation);
        Assert.Equal("<i>0</i>", _public.Text("0.html"));
        var receipt = await SiteReceiptAsync("_layouts/post.html");
        Assert.Equal((ReceiptState.Faulty, code), (receipt.State, Assert.Single(receipt.Diagnostics).Code));
    }

    [Fact]
    public async Task A_build_that_is_cut_off_goes_on_where_it_was()
    {
        for (var number = 0; number < 20; number++)
            await PublishAsync($"{number:00}.md", "text");
        await PutAsync(_site, "_layouts/post.html", "<i>{{ page.title }}</i>"u8.ToArray());
        await using (await _press.TryLockAsync(EngineItems.BuildLock, Cancellation))
            await Engine.ApplySiteAsync("_layouts/post.html", Cancellation);

        var failing = new FailingStore(_public, afterWrites: 11);
        await Assert.ThrowsAsync<StoreException>(() =>
            new PublishingEngine(
                new SiteStores(_posts, _site, failing, _press), _clock, trustsHtml: false, new BuildLimits(Parallel: 1, Batch: 5))
                .BuildCatalogAsync(Cancellation));
        Assert.Equal(11, _public.Items.Values.Count(found => found.Bytes.Length == "<i>00</i>".Length));

        var counted = new CountingStore(_press);
        await new PublishingEngine(new SiteStores(_posts, _site, _public, counted), _clock).BuildCatalogAsync(Cancellation);
        Assert.Equal(20, _public.Items.Values.Count(found => found.Bytes.Length == "<i>00</i>".Length));
        // Ten were saved as done; what is read is the rest, the site's file, the memo and the mark.
        Assert.InRange(counted.Reads, 10, 16);
    }

    [Theory]
    [InlineData("_config.yml", "title: x", "SR006")]
    [InlineData("_layouts/post.html", "x", "SR006")]
    [InlineData("assets/a.css", "p {}", "SR006")]
    [InlineData("a.html", "<p>", "SR003")]
    [InlineData("a.svg", "<svg><script/></svg>", "SR004")]
    public async Task What_an_author_may_not_publish_is_not_published(string name, string content, string code)
    {
        await PublishAsync(name, content);
        Assert.Equal(code, Assert.Single((await ReceiptAsync(name)).Diagnostics).Code);
        Assert.DoesNotContain(name, _public.Names);
    }

    [Theory]
    [InlineData("a.md", "SR006")]
    [InlineData("pictures/a.png", "SR006")]
    public async Task What_is_no_part_of_the_look_is_told_so(string name, string code)
    {
        await PutAsync(_site, name, "text"u8.ToArray());
        await Engine.ApplySiteAsync(name, Cancellation);
        Assert.Equal(code, Assert.Single((await SiteReceiptAsync(name)).Diagnostics).Code);
    }

    [Fact]
    public async Task A_designers_picture_and_style_sheet_are_public()
    {
        foreach (var name in new[] { "assets/logo.png", "assets/press.css" })
        {
            await PutAsync(_site, name, Encoding.UTF8.GetBytes(name));
            await Engine.ApplySiteAsync(name, Cancellation);
            Assert.Equal(name, _public.Text(name));
            Assert.Equal("/" + name, (await SiteReceiptAsync(name)).Url);
        }
    }

    [Fact]
    public async Task An_operator_may_trust_what_can_run()
    {
        await PublishAsync("a.html", "<script></script>");
        Assert.DoesNotContain("a.html", _public.Names);
        await NewEngine(trustsHtml: true).SweepAsync(Cancellation);
        Assert.Equal("<script></script>", _public.Text("a.html"));
        await Engine.SweepAsync(Cancellation);
        Assert.DoesNotContain("a.html", _public.Names);
    }

    [Theory]
    [InlineData("_drafts/a.md")]
    [InlineData(".hidden.md")]
    [InlineData("a//_drafts/b.md")]
    [InlineData("")]
    public async Task What_is_never_published_gets_no_receipt(string name)
    {
        Assert.Null(await Engine.PublishAsync(name, Cancellation));
        Assert.Empty(_press.Names);
    }

    [Theory]
    [InlineData("draft: true", ReceiptState.Withheld)]
    [InlineData("published: false", ReceiptState.Withheld)]
    [InlineData("date: 2025-07-02", ReceiptState.Scheduled)]
    public async Task A_post_that_is_not_public_leaks_nowhere(string key, ReceiptState state)
    {
        await PublishAsync("secret.md", $"---\n{key}\n---\nA secret.\n");
        Assert.Equal(
            (state, null, null),
            ((await ReceiptAsync("secret.md")).State, (await ReceiptAsync("secret.md")).Url, (await ReceiptAsync("secret.md")).Html));
        Assert.DoesNotContain(_public.Names, name => _public.Text(name).Contains("ecret", StringComparison.Ordinal));
        Assert.Empty(State.CatalogOf(_press).Entries);
    }

    [Fact]
    public async Task A_public_container_that_never_rests_is_an_error_that_says_so()
    {
        await PutAsync(_posts, "a.md", "text"u8.ToArray());
        var engine = new PublishingEngine(new SiteStores(_posts, _site, new RestlessStore(_public), _press), _clock);
        Assert.Contains(
            "the engine's alone",
            (await Assert.ThrowsAsync<StoreException>(() => engine.PublishAsync("a.md", Cancellation))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_is_in_an_excluded_post_nothing_is_said()
    {
        await PublishAsync("a.md", "{{ site.data.x }}\n");
        Assert.NotEmpty((await ReceiptAsync("a.md")).Diagnostics);

        await PutAsync(_site, "_config.yml", "exclude: [a.md]"u8.ToArray());
        await Engine.ApplySiteAsync("_config.yml", Cancellation);
        Assert.Equal((ReceiptState.Withheld, true), ((await ReceiptAsync("a.md")).State, (await ReceiptAsync("a.md")).Diagnostics.IsEmpty));

        await PutAsync(_site, "_config.yml", "title: A"u8.ToArray());
        await Engine.ApplySiteAsync("_config.yml", Cancellation);
        Assert.NotEmpty((await ReceiptAsync("a.md")).Diagnostics);
    }

    private PublishingEngine NewEngine(bool trustsHtml = false) => new(new SiteStores(_posts, _site, _public, _press), _clock, trustsHtml);

    private async Task PublishAsync(string name, string text)
    {
        await PutAsync(_posts, name, Encoding.UTF8.GetBytes(text));
        await Engine.PublishAsync(name, Cancellation);
    }

    private static async Task PutAsync(MemoryStore store, string name, byte[] content) =>
        await store.WriteAsync(name, new StoreContent(content, "text/plain"), WriteCondition.Always, Cancellation);

    private async Task<Receipt> ReceiptAsync(string name) => (await ReceiptFolder.OfPosts(_press).FindAsync(name, Cancellation))!;

    private async Task<Receipt> SiteReceiptAsync(string name) => (await ReceiptFolder.OfSite(_press).FindAsync(name, Cancellation))!;

    /// <summary>Fails after some writes.</summary>
    private sealed class FailingStore(MemoryStore store, int afterWrites) : DelegatingStore(store)
    {
        private int _left = afterWrites;

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            _left-- > 0
                ? base.WriteAsync(name, content, condition, cancellationToken)
                : throw new StoreException(name, "out of order", cause: null);
    }

    /// <summary>Somebody else is always faster.</summary>
    private sealed class RestlessStore(MemoryStore store) : DelegatingStore(store)
    {
        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
