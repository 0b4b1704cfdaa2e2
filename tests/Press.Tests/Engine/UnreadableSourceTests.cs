using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>One source that cannot be read, or one file that cannot be written, stops nothing else.</summary>
public sealed class UnreadableSourceTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _site = new();
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();
    private readonly RefusingStore _sources;
    private readonly RefusingStore _target;

    public UnreadableSourceTests() => (_sources, _target) = (new RefusingStore(_posts), new RefusingStore(_public));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublishingEngine Engine => new(new SiteStores(_sources, _site, _target, _press), _clock);

    [Fact]
    public async Task A_source_that_the_storage_does_not_hand_out_keeps_its_page_and_is_published_when_it_does()
    {
        await PutAsync("a.md", "First.");
        await Engine.SweepAsync(Cancellation);
        await PutAsync("a.md", "Second.");
        await PutAsync("b.md", "Another.");
        _sources.Refused = "a.md";
        await Engine.SweepAsync(Cancellation);

        Assert.Contains("First.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Contains("Another.", _public.Text("b.html"), StringComparison.Ordinal);
        var receipt = await ReceiptAsync("a.md");
        Assert.Equal((ReceiptState.Faulty, "/a.html"), (receipt!.State, receipt.Url));
        Assert.Equal(
            "a.md(1,1): error SR008: the storage refuses this file: it is archived.", Assert.Single(receipt.Diagnostics).ToString("a.md"));

        var writes = _press.Writes + _public.Writes;
        await Engine.SweepAsync(Cancellation);
        // The mark alone.
        Assert.Equal(writes + 1, _press.Writes + _public.Writes);

        // No event reports it, and the ETag is the same.
        _sources.Refused = null;
        await Engine.SweepAsync(Cancellation);
        Assert.Contains("Second.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Empty((await ReceiptAsync("a.md"))!.Diagnostics);
    }

    [Fact]
    public async Task A_public_file_that_cannot_be_written_is_its_sources_fault_and_is_written_when_it_can()
    {
        await PutAsync("a.md", "First.");
        await PutAsync("b.md", "First.");
        await Engine.SweepAsync(Cancellation);
        await PutAsync("a.md", "Second.");
        await PutAsync("b.md", "Second.");
        _target.Refused = "a.html";
        await Engine.SweepAsync(Cancellation);

        Assert.Contains("First.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Contains("Second.", _public.Text("b.html"), StringComparison.Ordinal);
        var receipt = await ReceiptAsync("a.md");
        Assert.Equal((ReceiptState.Faulty, "/a.html", "SR008"), (receipt!.State, receipt.Url, Assert.Single(receipt.Diagnostics).Code));

        _target.Refused = null;
        await Engine.SweepAsync(Cancellation);
        Assert.Contains("Second.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Equal(ReceiptState.Published, (await ReceiptAsync("a.md"))!.State);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("gone.html")]
    public async Task A_file_of_the_site_that_cannot_be_written_or_deleted_is_told_after_all_else_is_done(string refused)
    {
        await PutAsync("gone.md", "Gone.");
        await Engine.SweepAsync(Cancellation);
        await _posts.DeleteAsync("gone.md", null, Cancellation);
        await PutAsync("a.md", "Text.");
        _target.Refused = refused;
        Assert.Equal(refused, (await Assert.ThrowsAsync<StoreException>(() => Engine.SweepAsync(Cancellation))).Item);
        Assert.Contains("Text.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(_press.Names, World.IsMark);
        Assert.Contains(State.CatalogOf(_press).Entries, entry => entry.Source == "a.md");

        _target.Refused = null;
        await Engine.SweepAsync(Cancellation);
        Assert.DoesNotContain("gone.html", _public.Names);
    }

    [Theory]
    [InlineData("a.md", "Text.")]
    [InlineData("a.png", "picture")]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")]
    public async Task An_empty_upload_is_an_error_that_leaves_the_last_good_version(string name, string content)
    {
        await PutAsync(name, content);
        await Engine.PublishAsync(name, Cancellation);
        var file = (await ReceiptAsync(name))!.File!;
        var before = _public.Items[file].Bytes.ToArray();

        await PutAsync(name, "");
        await Engine.PublishAsync(name, Cancellation);
        Assert.Equal(before, _public.Items[file].Bytes.ToArray());
        var receipt = await ReceiptAsync(name);
        Assert.Equal((ReceiptState.Faulty, file), (receipt!.State, receipt.File));
        Assert.Contains("SR009", receipt.Diagnostics.Select(found => found.Code));
    }

    [Theory]
    [InlineData("/lead.md")]
    [InlineData("a//x.md")]
    [InlineData("x.")]
    [InlineData("a\\b.md")]
    public async Task What_has_a_name_that_makes_no_url_has_a_receipt_as_long_as_it_is_there(string name)
    {
        _sources.Strays = [new StrayItem(name, StrayKind.BadName)];
        await Engine.PublishAsync(name, Cancellation);
        await AssertRefusedAsync(name);

        var writes = _press.Writes;
        await Engine.SweepAsync(Cancellation);
        await AssertRefusedAsync(name);
        Assert.Equal(name, Assert.Single(await ReceiptFolder.OfPosts(_press).ListAsync(Cancellation).ToListAsync(Cancellation)).Source);
        Assert.DoesNotContain(_public.Names, file => file.Contains("lead", StringComparison.Ordinal));

        _sources.Strays = [];
        await Engine.PublishAsync(name, Cancellation);
        Assert.Null(await ReceiptAsync(name));
    }

    [Fact]
    public async Task A_sweep_finds_such_names_too_and_that_they_are_gone()
    {
        _sources.Strays = [new StrayItem("/lead.md", StrayKind.BadName), new StrayItem("/_drafts/x.md", StrayKind.BadName)];
        await PutAsync(new string('a', 1020), "long");
        await Engine.SweepAsync(Cancellation);
        await AssertRefusedAsync("/lead.md");
        await AssertRefusedAsync(new string('a', 1020));
        Assert.Null(await ReceiptAsync("/_drafts/x.md"));

        _sources.Strays = [];
        await _posts.DeleteAsync(new string('a', 1020), null, Cancellation);
        await Engine.SweepAsync(Cancellation);
        Assert.Empty(await ReceiptFolder.OfPosts(_press).ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_control_character_in_a_name_is_shown_by_its_number()
    {
        _sources.Strays = [new StrayItem(@"a\u0001b.md", StrayKind.BadName)];
        await Engine.PublishAsync("a\u0001b.md", Cancellation);
        await AssertRefusedAsync(@"a\u0001b.md");
    }

    [Fact]
    public async Task An_authors_picture_does_not_take_the_place_of_a_designers()
    {
        await _site.WriteAsync(
            "assets/logo.png", new StoreContent("designer"u8.ToArray(), "image/png"), WriteCondition.Always, Cancellation);
        await PutAsync("assets/logo.png", "author");
        await PutAsync("assets/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await Engine.SweepAsync(Cancellation);
        Assert.Equal("designer", _public.Text("assets/logo.png"));
        Assert.Equal(
            "assets/logo.png(1,1): error UR002: /assets/logo.png is a file of the site's look, which all pages load. "
                + "Give this file another name or folder.",
            (await ReceiptAsync("assets/logo.png"))!.Diagnostics[0].ToString("assets/logo.png"));
        Assert.Equal("SR006", Assert.Single((await ReceiptAsync("assets/icon.svg"))!.Diagnostics).Code);
    }

    private async Task AssertRefusedAsync(string name)
    {
        var receipt = await ReceiptAsync(name);
        Assert.Equal((name, ReceiptState.Faulty, "UR005"), (receipt!.Source, receipt.State, Assert.Single(receipt.Diagnostics).Code));
    }

    private Task<Receipt?> ReceiptAsync(string name) => ReceiptFolder.OfPosts(_press).FindAsync(name, Cancellation);

    private async Task PutAsync(string name, string content) =>
        await _posts.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, Cancellation);

    /// <summary>Has an item that it neither hands out nor lets be changed, and others that are none.</summary>
    private sealed class RefusingStore(MemoryStore store) : DelegatingStore(store)
    {
        public string? Refused { get; set; }

        public IReadOnlyList<StrayItem> Strays { get; set; } = [];

        public override async Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
            (await base.ListWithStraysAsync(prefix, cancellationToken)) with
            {
                Strays = [.. Strays.Where(stray => stray.Name.StartsWith(prefix, StringComparison.Ordinal))],
            };

        public override async Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
            name == Refused && await base.ReadUpToAsync(name, maxBytes, cancellationToken) is ReadAnswer.Found found
                ? new ReadAnswer.Unreadable(found.Item, "it is archived.")
                : await base.ReadUpToAsync(name, maxBytes, cancellationToken);

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            name == Refused ? throw Fault(name) : base.WriteAsync(name, content, condition, cancellationToken);

        public override Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
            name == Refused ? throw Fault(name) : base.DeleteAsync(name, ifMatch, cancellationToken);

        private static StoreException Fault(string name) => new(name, "somebody holds a lease on it.", cause: null) { IsOfItem = true };
    }
}
