namespace Press.Storage;

public sealed partial class FolderStore
{
    private const string WriteLock = "write";

    // The clock of a file system may tick more slowly than this store writes. Guarded by the write lock.
    private DateTime _lastWritten = DateTime.MinValue;

    public async Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        var path = _paths.PathFor(name);
        await using var only = await _locks.TakeAsync(WriteLock, cancellationToken);
        try
        {
            RefuseLink(name, path);
            var current = CurrentOf(name);
            if (!condition.Holds(current?.ETag))
                return null;

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = Path.Combine(_paths.Root, TemporaryName);
            // Not flushed to the disk: after a power cut the site is built again, and that is cheaper than waiting for each file.
            await File.WriteAllBytesAsync(temporary, content.Bytes, cancellationToken);
            var modified = StampLaterThan(temporary, current?.Modified);
            File.Move(temporary, path, overwrite: true);
            return ETagOf(modified, content.Bytes.Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(name, "written", fault);
        }
    }

    public async Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        var path = _paths.PathFor(name);
        await using var only = await _locks.TakeAsync(WriteLock, cancellationToken);
        try
        {
            RefuseLink(name, path);
            if (_paths.Find(name) is not { } found)
                return true;
            if (ifMatch is not null && CurrentOf(name)?.ETag != ifMatch)
                return false;

            File.Delete(found);
            DeleteEmptyFolders(Path.GetDirectoryName(found)!);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(name, "deleted", fault);
        }
    }

    private (string ETag, DateTime Modified)? CurrentOf(string name)
    {
        if (_paths.Find(name) is not { } path)
            return null;
        var file = new FileInfo(path);
        return (ETagOf(file.LastWriteTimeUtc, file.Length), file.LastWriteTimeUtc);
    }

    /// <summary>
    /// Makes the time of a file later than that of what it replaces and of all that this store wrote before, so that its ETag is a new one.
    /// </summary>
    private DateTime StampLaterThan(string temporary, DateTime? replaced)
    {
        var modified = File.GetLastWriteTimeUtc(temporary);
        var before = replaced > _lastWritten ? replaced.Value : _lastWritten;
        if (modified <= before)
        {
            modified = before.AddTicks(1);
            File.SetLastWriteTimeUtc(temporary, modified);
        }

        return _lastWritten = modified;
    }

    private void RefuseLink(string name, string path)
    {
        if (_paths.HasLink(path))
            throw new StoreException(
                name, $"{path} is a link, or lies behind one, and links are not followed. Put a file or folder in its place.", cause: null);
    }

    /// <summary>A store has no folders, only names with slashes: the last file of a folder takes it along.</summary>
    private void DeleteEmptyFolders(string folder)
    {
        for (; folder.Length > _paths.Root.Length && IsEmpty(folder); folder = Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();
}
