using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

public sealed class FileWriterTests
{
    private readonly MemoryStore _sources = new();
    private readonly MemoryStore _target = new();
    private readonly MemoryStore _state = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_differs_is_written()
    {
        // Two pages, and the words of both.
        var all = SiteText.CommonFiles.Count + 3;
        AssertSummary((all, 0, 0), await WriteAsync("-- a.md --\nA\n-- b.md --\nB\n"));
        AssertSummary((0, all, 0), await WriteAsync("-- a.md --\nA\n-- b.md --\nB\n"));
        // Its title stands on its page and its neighbour's, and in the listings, but nothing of it on the page for what is not found.
        var renamed = await WriteAsync("-- a.md --\nA\n-- b.md --\n# C\n");
        Assert.InRange(renamed.Written, 3, all - 3);
        await _target.DeleteAsync("a.html", null, Cancellation);
        AssertSummary((1, all - 1, 0), await WriteAsync("-- a.md --\nA\n-- b.md --\n# C\n"));
    }

    [Fact]
    public async Task What_has_gone_is_deleted_and_nothing_of_others()
    {
        await _target.WriteAsync("CNAME", new StoreContent("x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        await WriteAsync("-- a.md --\nA\n");
        await WriteAsync("-- a.md --\n---\npermalink: /moved/\n---\nA\n");
        Assert.Equal(["CNAME", "moved/index.html", "search-en-1.txt"], _target.Names.Except(SiteText.CommonFiles));
        await WriteAsync("");
        Assert.Equal(["CNAME"], _target.Names.Except(SiteText.CommonFiles));
    }

    [Fact]
    public async Task The_page_of_a_post_that_has_become_faulty_stays_until_the_post_is_deleted()
    {
        await WriteAsync("-- a.md --\nA\n");
        Assert.Equal(0, (await WriteAsync("-- a.md --\n---\ndate: never\n---\nA\n")).Deleted);
        Assert.Contains("a.html", _target.Names);
        // The page, and its words.
        Assert.Equal(2, (await WriteAsync("")).Deleted);
        Assert.DoesNotContain("a.html", _target.Names);
    }

    [Fact]
    public async Task A_list_that_was_cut_short_does_no_harm()
    {
        await WriteAsync("-- a.md --\nA\n");
        await _state.WriteAsync(
            "list.json", new StoreContent("{ \"a.ht"u8.ToArray(), "application/json"), WriteCondition.Always, Cancellation);
        AssertSummary((SiteText.CommonFiles.Count + 2, 0, 0), await WriteAsync("-- a.md --\nA\n"));
    }

    [Fact]
    public async Task A_page_comes_where_a_folder_was_and_the_other_way_round()
    {
        await WriteAsync("-- b.html/a.png --\nx\n-- c.md --\n---\npermalink: /c.html\n---\nC\n");
        var writes = _target.Writes;
        Assert.Equal(1, (await WriteAsync("-- b.md --\nB\n-- c.md --\n---\npermalink: /c.html\n---\nC\n")).Deleted);
        Assert.Contains("b.html", _target.Names);
        await WriteAsync("-- b.html/a.png --\nx\n");
        Assert.Equal(["b.html/a.png"], _target.Names.Except(SiteText.CommonFiles));
        Assert.True(_target.Writes > writes);
    }

    [Fact]
    public async Task A_file_that_the_store_refuses_is_told_and_keeps_no_other_from_being_written()
    {
        await WriteAsync("-- a.md --\nA\n-- b.md --\nB\n");
        var refusing = new RefusingStore(_target);
        var summary = await WriteAsync("-- a.md --\nOther A\n-- c.md --\nC\n", refusing);
        Assert.Equal(["a.html", "b.html"], summary.Diagnostics.Where(found => found.Rule.Code == "SR008").Select(refused => refused.File));
        Assert.Contains("c.html", _target.Names);

        await WriteAsync("-- a.md --\nOther A\n-- c.md --\nC\n");
        Assert.Contains("Other A", _target.Text("a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("b.html", _target.Names);
    }

    private static void AssertSummary((int Written, int Unchanged, int Deleted) expected, WriteSummary summary) =>
        Assert.Equal(expected, (summary.Written, summary.Unchanged, summary.Deleted));

    private async Task<WriteSummary> WriteAsync(string site, IStore? target = null)
    {
        foreach (var name in _sources.Names.ToList())
            await _sources.DeleteAsync(name, ifMatch: null, Cancellation);
        foreach (var source in SiteText.Sources(site))
            await _sources.WriteAsync(source.Name, new StoreContent(source.Bytes, "text/plain"), WriteCondition.Always, Cancellation);
        var local = new LocalSite(new SourceInventory(_sources), _state, new FakeTimeProvider(SiteText.Now));
        return await local.WriteAsync(
            await local.ReadAsync(progress: null, Cancellation), target ?? _target, "list.json", progress: null, Cancellation);
    }
}
