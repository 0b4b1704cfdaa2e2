using System.Collections.Immutable;
using System.Threading.Channels;

namespace Press.Cli.Serve;

/// <summary>Reports when something in a folder has changed. Changes that come close together are reported once.</summary>
internal sealed class FolderChanges : IDisposable
{
    // An editor's save is several events within some milliseconds: a new file, a rename, a change of attributes.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(60);

    // One waiting mark stands for any number of changes, since what follows looks at the whole folder.
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher _watcher;

    public FolderChanges(string folder)
    {
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, change) => Mark(folder, change.FullPath);
        _watcher.Created += (_, change) => Mark(folder, change.FullPath);
        _watcher.Deleted += (_, change) => Mark(folder, change.FullPath);
        // What is renamed to a name that is no source's was one perhaps: a post that goes back to the drafts.
        _watcher.Renamed += (_, change) =>
        {
            Mark(folder, change.OldFullPath);
            Mark(folder, change.FullPath);
        };
        // Too many changes at once: which ones is not known, but that something changed is.
        _watcher.Error += (_, _) => _marks.Writer.TryWrite(true);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change.</summary>
    /// <returns>The names of what changed together, ordinal; none where the system does not say.</returns>
    public async Task<ImmutableArray<string>> NextAsync(CancellationToken cancellationToken)
    {
        await _marks.Reader.ReadAsync(cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        return TakeNames();
    }

    public void Dispose() => _watcher.Dispose();

    private ImmutableArray<string> TakeNames()
    {
        lock (_names)
        {
            ImmutableArray<string> taken = [.. _names];
            _names.Clear();
            return taken;
        }
    }

    /// <summary>
    /// What never becomes a page cannot change one: an editor's swap files, <c>.git</c>, a site built beside its sources.
    /// </summary>
    private void Mark(string folder, string path)
    {
        var name = Path.GetRelativePath(folder, path).Replace('\\', '/').ToNormalForm();
        if (SourceName.KindWithDrafts(name) == SourceKind.Ignored)
            return;
        // Folders, and what editors write before they rename it, say nothing to an author.
        if (SourceName.KindWithDrafts(name) is SourceKind.Site or SourceKind.Post || MediaTypes.IsKnown(name))
        {
            lock (_names)
                _names.Add(name);
        }

        _marks.Writer.TryWrite(true);
    }
}
