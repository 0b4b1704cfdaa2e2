using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Press.Cli.Serve;

/// <summary>Tells when something in a folder has changed. Changes that come close together are told once.</summary>
internal sealed class FolderChanges : IDisposable
{
    // An editor's save is several events within some milliseconds: a new file, a rename, a change of attributes.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(60);

    // One waiting mark stands for any number of changes, since what follows looks at the whole folder.
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
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

    /// <summary>An element for each change, or for several that came together, until it is cancelled.</summary>
    public async IAsyncEnumerable<bool> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var mark in _marks.Reader.ReadAllAsync(cancellationToken))
        {
            await Task.Delay(Settling, cancellationToken);
            yield return mark;
        }
    }

    public void Dispose() => _watcher.Dispose();

    /// <summary>What never becomes a page cannot change one: an editor's swap files, <c>.git</c>, a site built beside its sources.</summary>
    private void Mark(string folder, string path)
    {
        var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
        if (SourceName.KindOf(name) != SourceKind.Ignored)
            _marks.Writer.TryWrite(true);
    }
}
