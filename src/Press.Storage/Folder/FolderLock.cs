using System.Security.Cryptography;
using System.Text;

namespace Press.Storage;

/// <summary>
/// Locks by name over all processes of a user. The operating system holds them, so that they end with their holder; the files stand
/// in the folder for temporary files, so that neither sources nor a built site have foreign files among them.
/// </summary>
internal sealed class FolderLock(string root)
{
    private static readonly string LockFolder = Path.Combine(Path.GetTempPath(), $"press-locks-{Environment.UserName}");

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Takes a lock; null if somebody holds it.</summary>
    public IStoreLock? TryTake(string name)
    {
        Directory.CreateDirectory(LockFolder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{root}\n{name}")))[..32];
        try
        {
            var path = Path.Combine(LockFolder, $"{hash}.lock");
            return new Held(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for a lock.</summary>
    /// <exception cref="StoreException">It was not to be had in half a minute.</exception>
    public async Task<IStoreLock> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        for (var pause = FirstPause; waited < LongestWait; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (TryTake(name) is { } held)
                return held;
            await Task.Delay(pause, cancellationToken);
            waited += pause;
        }

        throw new StoreException(
            "", $"'{root}' is being written by another program, which does not end. End it, then try again.", cause: null);
    }

    private sealed class Held(FileStream file) : IStoreLock
    {
        /// <summary>Never: the operating system takes no lock away.</summary>
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
