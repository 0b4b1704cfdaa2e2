using System.Collections.Concurrent;
using System.Globalization;

namespace Press;

/// <summary>
/// Keeps the content of posts, by its hash, so that a post that becomes faulty stays as it was. In a store it keeps those that may be
/// wanted: posts that are being edited, and those that stand in feeds. Where one is not there, its page stays as it was written.
/// </summary>
/// <param name="store">Null to keep them in memory, all of them.</param>
internal sealed class GoodVersions(IStore? store)
{
    private const string Folder = "good/";

    private readonly ConcurrentDictionary<UInt128, Source> _inMemory = new();

    public bool KeepsAll => store is null;

    /// <summary>The content that has this hash; null if it is not kept.</summary>
    public async ValueTask<Source?> FindAsync(PostSummary post, CancellationToken cancellationToken)
    {
        if (store is null)
            return _inMemory.GetValueOrDefault(post.Content);
        if (await store.ReadAsync(NameOf(post.Content), ifNoneMatch: null, cancellationToken) is not ReadAnswer.Found found)
            return null;
        return HashBuilder.Of(found.Bytes.Span) == post.Content ? new Source(post.SourceName, found.Bytes, ETag: "", post.Created) : null;
    }

    /// <summary>Whether the content of a post is kept.</summary>
    public async ValueTask<bool> HasAsync(PostSummary post, CancellationToken cancellationToken) =>
        await FindAsync(post, cancellationToken) is not null;

    /// <summary>Keeps the content of a post.</summary>
    public async Task KeepAsync(Source source, CancellationToken cancellationToken)
    {
        var hash = source.Hash();
        if (store is null)
        {
            _inMemory[hash] = source;
            return;
        }

        // A post that is made of several files is not kept: its page stays as it was written.
        if (!source.Parts.IsEmpty)
            return;
        var content = new StoreContent(source.Bytes, "text/markdown");
        await store.WriteAsync(NameOf(hash), content, WriteCondition.IfAbsent, cancellationToken);
    }

    /// <summary>Forgets all that is not content of one of these posts.</summary>
    public async Task KeepOnlyAsync(IEnumerable<PostSummary> posts, CancellationToken cancellationToken)
    {
        if (store is null)
        {
            var contents = posts.Select(post => post.Content).ToHashSet();
            foreach (var hash in _inMemory.Keys.Where(hash => !contents.Contains(hash)))
                _inMemory.TryRemove(hash, out _);
            return;
        }

        var wanted = posts.Select(post => NameOf(post.Content)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in await store.ListAsync(Folder, cancellationToken).ToListAsync(cancellationToken))
        {
            if (!wanted.Contains(item.Name))
                await store.DeleteAsync(item.Name, ifMatch: null, cancellationToken);
        }
    }

    private static string NameOf(UInt128 content) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{content:x32}.md");
}
