using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Keeps the words of posts, so that a part of the search index is made without opening all its posts again: those that were read
/// last in memory, those of each part in a store. Nothing is wrong if it is lost; it only costs reading.
/// </summary>
/// <param name="store">Null to keep them in memory alone.</param>
internal sealed class KeptWords(IStore? store)
{
    /// <summary>Where they lie in the store.</summary>
    public const string Folder = "words/";

    // Of some 20,000 posts. One that has no room is opened again.
    private const long MostBytes = 64 * 1024 * 1024;

    private const int MostUnstored = 3;

    private readonly ConcurrentDictionary<UInt128, PostWords> _recent = new();

    // Whoever edits posts edits those of a few parts.
    private readonly LastUsed<Loaded> _loaded = new(most: 4);
    private readonly KeptParts _parts = new();
    private long _bytes;

    /// <summary>The item that keeps the words of a part.</summary>
    public static string ItemOf(string part) => $"{Folder}{part}";

    /// <summary>Whether an item keeps the words of a part that there is no more.</summary>
    /// <param name="item">Of the store.</param>
    /// <param name="isPublic">Whether there is a public file of a name.</param>
    public static bool IsLeft(string item, Func<string, bool> isPublic) =>
        item.StartsWith(Folder, StringComparison.Ordinal) && !isPublic(item[Folder.Length..]);

    /// <summary>Keeps the words of a post that was just read.</summary>
    /// <param name="key">A hash of all that its body is made of.</param>
    /// <param name="post">The post.</param>
    public void Add(UInt128 key, Post post)
    {
        if (Interlocked.Read(ref _bytes) < MostBytes && !_recent.ContainsKey(key))
            Keep(key, PostWords.Of(post.Html));
    }

    /// <summary>A part of the search index.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async ValueTask<byte[]> WritePartAsync(
        string part,
        ImmutableArray<PostToIndex> posts,
        Func<PostSummary, CancellationToken, ValueTask<Post>> readAsync,
        CancellationToken cancellationToken)
    {
        var words = await ReadAsync(part, posts, readAsync, cancellationToken);
        return _parts.Write(part, [.. posts.Zip(words, (post, found) => new IndexedPost(post.Entry, found))]);
    }

    /// <summary>The words of the posts of a part, in their order.</summary>
    /// <param name="part">The part's name.</param>
    /// <param name="posts">Its posts.</param>
    /// <param name="readAsync">Reads a post whose words are not kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private async ValueTask<ImmutableArray<PostWords>> ReadAsync(
        string part,
        ImmutableArray<PostToIndex> posts,
        Func<PostSummary, CancellationToken, ValueTask<Post>> readAsync,
        CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<UInt128, PostWords>();
        foreach (var key in posts.Select(post => post.Key))
        {
            if (_recent.TryGetValue(key, out var words))
                found[key] = words;
        }

        var loaded = posts.All(post => found.ContainsKey(post.Key)) ? null : await FindLoadedAsync(part, cancellationToken);
        var stored = loaded?.Stored ?? [];
        // Where all are at hand, nobody waits.
        ImmutableArray<PostToIndex> missing = [.. posts.Where(post => !found.ContainsKey(post.Key))];
        if (!missing.IsEmpty)
        {
            await Parallel.ForEachAsync(missing, cancellationToken, async (post, token) => found[post.Key] =
                loaded?.Words.TryGetValue(post.Key, out var words) == true
                    ? words
                    : PostWords.Of((await readAsync(post.Summary, token)).Html));
        }

        if (store is null)
        {
            foreach (var (key, words) in found)
                Keep(key, words);
            return [.. posts.Select(post => found[post.Key])];
        }

        // Each that is not stored is one that a new program may have to open: a few are less than writing the item with every edit.
        if (posts.Count(post => !stored.Contains(post.Key)) >= MostUnstored || loaded is null)
        {
            var packed = PackedWords.Of(posts.Select(post => (post.Key, found[post.Key])));
            await store.WriteAsync(
                ItemOf(part), new StoreContent(packed, "application/octet-stream"), WriteCondition.Always, cancellationToken);
            stored = [.. posts.Select(post => post.Key)];
        }

        _loaded.Keep(part, new Loaded(found, stored));
        foreach (var key in posts.Select(post => post.Key))
            Forget(key);
        return [.. posts.Select(post => found[post.Key])];
    }

    private async Task<Loaded> FindLoadedAsync(string part, CancellationToken cancellationToken)
    {
        if (_loaded.Find(part) is { } kept)
            return kept;
        var read = await LoadAsync(part, cancellationToken);
        return new Loaded(read, [.. read.Keys]);
    }

    private void Keep(UInt128 key, PostWords words)
    {
        if (Interlocked.Read(ref _bytes) + words.Bytes.Length <= MostBytes && _recent.TryAdd(key, words))
            Interlocked.Add(ref _bytes, words.Bytes.Length);
    }

    private void Forget(UInt128 key)
    {
        if (_recent.TryRemove(key, out var words))
            Interlocked.Add(ref _bytes, -words.Bytes.Length);
    }

    private async Task<Dictionary<UInt128, PostWords>> LoadAsync(string part, CancellationToken cancellationToken) =>
        await store!.ReadAsync(ItemOf(part), ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? PackedWords.Read(found.Bytes)
            : [];

    /// <param name="Words">Of the posts of a part.</param>
    /// <param name="Stored">Those of them that the store has.</param>
    private sealed record Loaded(IReadOnlyDictionary<UInt128, PostWords> Words, HashSet<UInt128> Stored);
}
