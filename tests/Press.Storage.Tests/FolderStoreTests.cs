using System.Runtime.Versioning;
using System.Text;

namespace Press.Storage.Tests;

/// <summary>A folder as a store, and what only a folder can get wrong.</summary>
public sealed class FolderStoreTests : StoreContract, IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("press-");
    private readonly string _root;

    public FolderStoreTests()
    {
        _root = Path.Combine(_parent.FullName, "root");
        Store = new FolderStore(_root);
    }

    protected override IStore Store { get; }

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task Of_a_file_longer_than_memory_holds_only_the_length_is_read()
    {
        const long Length = 3L * 1024 * 1024 * 1024;
        await WriteAsync("a.md", "a");
        // A hole: it takes no room on the disk.
        await using (var film = File.Create(Path.Combine(_root, "film.mp4")))
            film.SetLength(Length);

        var site =
            await new LocalSite(new SourceInventory(Store), state: null, TimeProvider.System).ReadAsync(progress: null, Cancellation);
        Assert.True(site.Has("a.html") && !site.Has("film.mp4"));
        Assert.Contains(
            await LocalSite.CheckAsync(site, Cancellation), found => found.ToString().Contains("SR005", StringComparison.Ordinal));
        await Assert.ThrowsAsync<StoreException>(() => Store.ReadAsync("film.mp4", ifNoneMatch: null, Cancellation));
    }

    [Fact]
    public async Task Links_are_no_items_wherever_they_lead()
    {
        await WriteAsync("real/a.md", "a");
        var outside = Path.Combine(_parent.FullName, "secret");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "key"), "secret", Cancellation);
        File.CreateSymbolicLink(Path.Combine(_root, "file-link"), Path.Combine(outside, "key"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "folder-link"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_root, "inner-link"), Path.Combine(_root, "real"));
        File.CreateSymbolicLink(Path.Combine(_root, "dangling"), Path.Combine(outside, "nothing"));

        Assert.Equal(["real/a.md"], await NamesAsync(""));
        foreach (var name in new[] { "file-link", "folder-link/key", "inner-link/a.md", "dangling" })
        {
            Assert.IsType<ReadAnswer.Missing>(await Store.ReadAsync(name, null, Cancellation));
            await Assert.ThrowsAsync<StoreException>(() => WriteAsync(name, "overwritten"));
            await Assert.ThrowsAsync<StoreException>(() => Store.DeleteAsync(name, null, Cancellation));
        }

        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(outside, "key"), Cancellation));
        Assert.Equal(["key"], Directory.GetFileSystemEntries(outside).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_no_item_is_told_of()
    {
        await WriteAsync("a.md", "a");
        foreach (var name in new[] { "x.", "b\\c.md", "d\u0001.md" })
            await File.WriteAllTextAsync(Path.Combine(_root, name), "x", Cancellation);
        File.CreateSymbolicLink(Path.Combine(_root, "broken.md"), Path.Combine(_root, "nothing"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "loop"), _root);

        var listing = await Store.ListWithStraysAsync("", Cancellation);
        Assert.Equal(["a.md"], listing.Items.Select(item => item.Name));
        Assert.Equal(
            [
                new StrayItem("b\\c.md", StrayKind.BadName), new("broken.md", StrayKind.Link),
                new(@"d\u0001.md", StrayKind.BadName), new("loop", StrayKind.Link), new("x.", StrayKind.BadName),
            ],
            listing.Strays);
    }

    [Fact]
    public async Task A_pipe_is_an_empty_item_and_waits_for_nobody()
    {
        await WriteAsync("a.md", "a");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_root, "pipe.md")]))
            await made.WaitForExitAsync(Cancellation);
        Assert.Equal(["a.md", "pipe.md"], await NamesAsync(""));
        var found = await FindAsync("pipe.md");
        Assert.True(found.Bytes.IsEmpty);
        Assert.IsType<ReadAnswer.NotModified>(await Store.ReadAsync("pipe.md", found.Item.ETag, Cancellation));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_and_a_folder_that_may_not_be_read_keep_no_others_from_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Whoever may do anything may read anything.");
        await WriteAsync("a.md", "a");
        await WriteAsync("closed.md", "x");
        await WriteAsync("closed/b.md", "x");
        File.SetUnixFileMode(Path.Combine(_root, "closed.md"), UnixFileMode.None);
        File.SetUnixFileMode(Path.Combine(_root, "closed"), UnixFileMode.None);
        try
        {
            var listing = await Store.ListWithStraysAsync("", Cancellation);
            Assert.Equal(["a.md", "closed.md"], listing.Items.Select(item => item.Name));
            Assert.Equal(new StrayItem("closed/", StrayKind.ClosedFolder), Assert.Single(listing.Strays));
            Assert.Equal(
                listing.Items[1], Assert.IsType<ReadAnswer.Unreadable>(await Store.ReadAsync("closed.md", null, Cancellation)).Item);
        }
        finally
        {
            File.SetUnixFileMode(Path.Combine(_root, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task The_root_itself_may_be_a_link()
    {
        await WriteAsync("a", "a");
        var link = Path.Combine(_parent.FullName, "link");
        Directory.CreateSymbolicLink(link, _root);

        var store = new FolderStore(link + Path.DirectorySeparatorChar);
        await store.WriteAsync("b", Content("b"), WriteCondition.Always, Cancellation);

        Assert.Equal(["a", "b"], await NamesAsync(""));
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_no_item_and_is_in_nobody_s_way()
    {
        Directory.CreateDirectory(_root);
        await File.WriteAllTextAsync(Path.Combine(_root, ".press-writing"), "half a fi", Cancellation);
        Assert.Empty(await NamesAsync(""));

        await WriteAsync("a", "whole");
        Assert.Equal(["a"], Directory.GetFileSystemEntries(_root).Select(Path.GetFileName));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => WriteAsync(".press-writing", "x"));
    }

    [Fact]
    public async Task A_reader_sees_a_file_whole_while_it_is_written_again_and_again()
    {
        var texts = Enumerable.Range(0, 10).Select(number => new string((char)('0' + number), 100_000)).ToArray();
        await WriteAsync("a", texts[0]);

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await WriteAsync("a", texts[i % 10]);
        }, Cancellation);
        do
        {
            var bytes = (await FindAsync("a")).Bytes;
            Assert.Equal(100_000, bytes.Length);
            Assert.False(bytes.Span.ContainsAnyExcept(bytes.Span[0]));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_file_whose_name_is_in_NFD_on_disk_is_found_under_its_NFC_name()
    {
        Directory.CreateDirectory(_root);
        await File.WriteAllTextAsync(Path.Combine(_root, "한글.md".ToNormalForm(NormalizationForm.FormD)), "text", Cancellation);

        Assert.Equal(["한글.md"], await NamesAsync(""));
        Assert.Equal("text", await TextAsync("한글.md"));
    }

    [Fact]
    public async Task Locks_and_conditions_hold_over_two_stores_of_one_folder()
    {
        var other = new FolderStore(_root);
        await using (await Store.TryLockAsync("build", Cancellation))
            Assert.Null(await other.TryLockAsync("build", Cancellation));

        var etag = await WriteAsync("a", "one");
        Assert.NotNull(await other.WriteAsync("a", Content("two"), WriteCondition.IfMatch(etag!), Cancellation));
        Assert.Null(await Store.WriteAsync("a", Content("three"), WriteCondition.IfMatch(etag!), Cancellation));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number =>
                Task.Run(() =>
                    (number % 2 == 0 ? Store : other).WriteAsync("b", Content($"{number}"), WriteCondition.IfAbsent, Cancellation))));
        Assert.Single(answers, answer => answer is not null);
    }

    [Fact]
    public async Task An_author_s_own_change_gives_another_ETag()
    {
        var etag = await WriteAsync("a.md", "one");
        await File.WriteAllTextAsync(Path.Combine(_root, "a.md"), "longer", Cancellation);
        Assert.NotEqual(etag, (await FindAsync("a.md")).Item.ETag);
    }

    [Fact]
    public async Task The_last_file_takes_its_folder_along()
    {
        await WriteAsync("a/b/c", "x");
        await WriteAsync("a/d", "x");
        await Store.DeleteAsync("a/b/c", null, Cancellation);
        Assert.Equal(["d"], Directory.GetFileSystemEntries(Path.Combine(_root, "a")).Select(Path.GetFileName));
        await Store.DeleteAsync("a/d", null, Cancellation);
        Assert.True(Directory.Exists(_root));
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public async Task What_the_file_system_refuses_is_a_store_exception_that_names_the_item()
    {
        await WriteAsync("a", "a file");
        var fault = await Assert.ThrowsAsync<StoreException>(() => WriteAsync("a/b", "below a file"));
        Assert.Equal("a/b", fault.Item);
        Assert.StartsWith(Path.Combine(_root, "a/b"), fault.Message, StringComparison.Ordinal);

        await WriteAsync("folder/a", "x");
        await Assert.ThrowsAsync<StoreException>(() => WriteAsync("folder", "over a folder"));
        Assert.Equal("x", await TextAsync("folder/a"));
    }
}
