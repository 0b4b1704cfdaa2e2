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
    /// <summary>The one file that is not an item: what is being written, before it gets its name. One is enough, since one writes at a time.</summary>
    internal const string TemporaryName = ".press-writing";

    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

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
        var items = await Task.Run(() => List(prefix, cancellationToken), cancellationToken);
        foreach (var item in items)
            yield return item;
    }

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

            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            var modified = File.GetLastWriteTimeUtc(file.SafeFileHandle);
            var item = new StoredItem(name, ETagOf(modified, file.Length), file.Length, File.GetCreationTimeUtc(file.SafeFileHandle), modified);
            if (item.ETag == ifNoneMatch)
                return new ReadAnswer.NotModified();
            if (item.Length > maxBytes)
                return new ReadAnswer.TooLong(item);

            if (item.Length > Array.MaxLength)
                throw new IOException("the file is longer than memory can hold at once.");

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
            throw Fault(name, "read", fault);
        }
    }

    public Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        return Task.FromResult(_locks.TryTake(name));
    }

    private List<StoredItem> List(string prefix, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_paths.Root))
            return [];

        try
        {
            var items = new Dictionary<string, StoredItem>(StringComparer.Ordinal);
            foreach (var (path, item) in new FileSystemEnumerable<(string, StoredItem)>(_paths.Root, ToItem, WithoutLinks) { ShouldIncludePredicate = (ref entry) => !entry.IsDirectory })
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Of two names that differ in their Unicode form only, the one in NFC is the item.
                if (_paths.NameOf(path) is { } name && name.StartsWith(prefix, StringComparison.Ordinal) && (path.EndsWith(name, StringComparison.Ordinal) || !items.ContainsKey(name)))
                    items[name] = item with { Name = name };
            }

            return [.. items.Values.OrderBy(item => item.Name, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault("", "listed", fault);
        }
    }

    private static (string, StoredItem) ToItem(ref FileSystemEntry entry)
    {
        var modified = entry.LastWriteTimeUtc;
        return (entry.ToFullPath(), new StoredItem("", ETagOf(modified.UtcDateTime, entry.Length), entry.Length, entry.CreationTimeUtc, modified));
    }

    private static string ETagOf(DateTime modified, long length) => string.Create(CultureInfo.InvariantCulture, $"{modified.Ticks:x}-{length:x}");

    private StoreException Fault(string name, string what, Exception cause) =>
        new(name, $"{(name is "" ? _paths.Root : Path.Combine(_paths.Root, name))} could not be {what}: {cause.Message}", cause);
}
