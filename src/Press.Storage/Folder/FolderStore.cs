using System.Globalization;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace Press.Storage;

/// <summary>
/// A folder as a store. Files are replaced by renaming, so that a reader sees the old one or the new one. Links are not followed, to
/// wherever they lead: they are no items. ETags come from time and length of a file, so that listing reads no content.
/// </summary>
public sealed partial class FolderStore : IStore
{
    /// <summary>
    /// The one file that is not an item: what is being written, before it gets its name. One is enough, since one writes at a time.
    /// </summary>
    internal const string TemporaryName = ".press-writing";

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    private readonly FolderPaths _paths;
    private readonly FolderLock _locks;

    /// <summary>The store of a folder.</summary>
    /// <param name="root">The folder; it is made with the first item that is written.</param>
    public FolderStore(string root)
    {
        _paths = new FolderPaths(root);
        _locks = new FolderLock(_paths.Root);
    }

    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One step off the caller's thread: the file system has no asynchronous listing.
        foreach (var item in (await ListWithStraysAsync(prefix, cancellationToken)).Items)
            yield return item;
    }

    public Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
        Task.Run(() => List(prefix, cancellationToken), cancellationToken);

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch, long.MaxValue, cancellationToken);

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch: null, maxBytes, cancellationToken);

    private async Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            if (_paths.Find(name) is not { } path)
                return new ReadAnswer.Missing();

            // A pipe has no length, and opening it would wait for whoever writes to it. So has a device.
            if (ItemOf(name, new FileInfo(path)) is { Length: 0 } empty)
                return empty.ETag == ifNoneMatch ? new ReadAnswer.NotModified() : new ReadAnswer.Found(empty, Array.Empty<byte>());

            await using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            var modified = File.GetLastWriteTimeUtc(file.SafeFileHandle);
            var item = new StoredItem(
                name, ETagOf(modified, file.Length), file.Length, File.GetCreationTimeUtc(file.SafeFileHandle), modified);
            if (item.ETag == ifNoneMatch)
                return new ReadAnswer.NotModified();
            if (item.Length > maxBytes)
                return new ReadAnswer.TooLong(item);

            if (item.Length > Array.MaxLength)
                throw Fault(name, "read", new IOException("the file is longer than memory can hold at once."));

            var bytes = new byte[item.Length];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            return new ReadAnswer.Found(item, bytes);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ReadAnswer.Missing();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return _paths.Find(name) is { } there
                ? new ReadAnswer.Unreadable(
                    ItemOf(name, new FileInfo(there)), $"{fault.Message} Give yourself the right to read it, or move it out of the site.")
                : new ReadAnswer.Missing();
        }
    }

    public Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        return Task.FromResult(_locks.TryTake(name));
    }

    private StoreListing List(string prefix, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_paths.Root))
            return new StoreListing([], []);

        try
        {
            // Of folders that may not be looked into it is told; the store's own must be.
            using (Directory.EnumerateFileSystemEntries(_paths.Root).GetEnumerator())
            {
            }

            var items = new Dictionary<string, StoredItem>(StringComparer.Ordinal);
            var strays = new Dictionary<string, StrayKind>(StringComparer.Ordinal);
            foreach (var (path, item, kind) in Enumerate())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if ((kind ?? (_paths.NameOf(path) is null ? StrayKind.BadName : null)) is { } stray)
                {
                    if (Path.GetFileName(path) != TemporaryName)
                        strays[ReadableNameOf(path, stray)] = stray;
                    continue;
                }

                // Of two names that differ in their Unicode form only, the one in NFC is the item.
                if (_paths.NameOf(path) is { } name
                    && name.StartsWith(prefix, StringComparison.Ordinal)
                    && (path.EndsWith(name, StringComparison.Ordinal) || !items.ContainsKey(name)))
                    items[name] = item with { Name = name };
            }

            return new StoreListing(
                [.. items.Values.OrderBy(item => item.Name, StringComparer.Ordinal)],
                [
                    .. strays.Where(stray => stray.Key.StartsWith(prefix, StringComparison.Ordinal))
                        .OrderBy(stray => stray.Key, StringComparer.Ordinal)
                        .Select(stray => new StrayItem(stray.Key, stray.Value))
                ]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault("", "listed", fault);
        }
    }

    /// <summary>All files, and the links and closed folders among them.</summary>
    private FileSystemEnumerable<(string Path, StoredItem Item, StrayKind? Kind)> Enumerate() => new(_paths.Root, ToEntry, Everything)
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry) || IsClosed(ref entry),
        ShouldRecursePredicate = (ref entry) => !IsLink(ref entry) && !IsClosed(ref entry),
    };

    private static (string Path, StoredItem Item, StrayKind? Kind) ToEntry(ref FileSystemEntry entry)
    {
        StrayKind? kind = IsLink(ref entry) ? StrayKind.Link : entry.IsDirectory ? StrayKind.ClosedFolder : null;
        var modified = entry.LastWriteTimeUtc;
        var item = new StoredItem("", ETagOf(modified.UtcDateTime, entry.Length), entry.Length, entry.CreationTimeUtc, modified);
        return (entry.ToFullPath(), item, kind);
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private static bool IsClosed(ref FileSystemEntry entry)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(entry.ToFullPath()).GetEnumerator();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    private string ReadableNameOf(string path, StrayKind kind)
    {
        var name = StoreName.Readable(Path.GetRelativePath(_paths.Root, path).Replace(Path.DirectorySeparatorChar, '/'));
        return kind is StrayKind.ClosedFolder ? name + "/" : name;
    }

    private static StoredItem ItemOf(string name, FileInfo file) =>
        new(name, ETagOf(file.LastWriteTimeUtc, file.Length), file.Length, file.CreationTimeUtc, file.LastWriteTimeUtc);

    private static string ETagOf(DateTime modified, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"{modified.Ticks:x}-{length:x}");

    private StoreException Fault(string name, string what, Exception cause) =>
        new(name, $"{(name is "" ? _paths.Root : Path.Combine(_paths.Root, name))} could not be {what}: {cause.Message}", cause)
        {
            IsOfItem = name is not "",
        };
}
