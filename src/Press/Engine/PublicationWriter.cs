using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Press;

/// <summary>
/// Brings a public store to what a publication says, and touches nothing that is not its own: a list of what it wrote the last
/// time tells what has gone since.
/// </summary>
/// <param name="target">The public store.</param>
/// <param name="state">Keeps the list.</param>
/// <param name="listName">The list's name in the state; one for each target.</param>
public sealed class PublicationWriter(IStore target, IStore state, string listName)
{
    /// <summary>
    /// Writes what differs, posts before the listings that lead to them, then deletes what has gone. The page of a post that could not
    /// be published now stays.
    /// </summary>
    /// <param name="publication">The site.</param>
    /// <param name="progress">Told after each file how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the writing; what has been written stays, and the next time goes on.</param>
    public async Task<WriteSummary> WriteAsync(Publication publication, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var before = await ReadListAsync(cancellationToken);
        var there = await target.ListAsync("", cancellationToken).ToDictionaryAsync(item => item.Name, item => item.Length, cancellationToken: cancellationToken);
        var after = ImmutableSortedDictionary.CreateBuilder<string, PublishedFile>(StringComparer.Ordinal);

        var (done, written, refused) = (0, 0, ImmutableArray.CreateBuilder<Diagnostic>());
        // A file may come where a folder was, and the other way round: what is in the way goes first.
        var folders = publication.Files.Keys.SelectMany(UrlPath.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var inTheWay = before.Where(file => folders.Contains(file.Key) || UrlPath.FoldersOf(file.Key).Any(publication.Files.ContainsKey)).ToDictionary(StringComparer.Ordinal);
        var deleted = await DeleteAsync(inTheWay, after, refused, cancellationToken);
        foreach (var file in publication.Files.Values.OrderBy(file => file.SourceName is null))
        {
            var published = new PublishedFile(Convert.ToHexStringLower(SHA256.HashData(file.Content.Bytes.Span)), file.SourceName);
            var isThere = there.TryGetValue(file.Name, out var length) && length == file.Content.Bytes.Length;
            if (isThere && before.GetValueOrDefault(file.Name)?.Hash == published.Hash)
                after[file.Name] = published;
            else if (await TryAsync(file.Name, () => target.WriteAsync(file.Name, file.Content, WriteCondition.Always, cancellationToken), refused))
                (after[file.Name], written) = (published, written + 1);
            else if (before.TryGetValue(file.Name, out var old))
                after[file.Name] = old with { Hash = "" };
            progress?.Report(++done);
        }

        var gone = before.Where(file => !after.ContainsKey(file.Key) && !inTheWay.ContainsKey(file.Key)).ToLookup(file => publication.Keeps(file.Value.SourceName));
        foreach (var (name, published) in gone[true])
            after[name] = published;
        deleted += await DeleteAsync(gone[false], after, refused, cancellationToken);

        await state.WriteAsync(listName, PublishedFile.Serialize(after.ToImmutable()), WriteCondition.Always, cancellationToken);
        return new WriteSummary(written, publication.Files.Count - written, deleted) { Refused = refused.ToImmutable() };
    }

    private async Task<int> DeleteAsync(
        IEnumerable<KeyValuePair<string, PublishedFile>> files,
        ImmutableSortedDictionary<string, PublishedFile>.Builder after,
        ImmutableArray<Diagnostic>.Builder refused,
        CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var (name, published) in files)
        {
            if (await TryAsync(name, () => target.DeleteAsync(name, ifMatch: null, cancellationToken), refused))
                deleted++;
            else
                after[name] = published;
        }

        return deleted;
    }

    /// <summary>One file that the store refuses does not keep the others from being written.</summary>
    private static async Task<bool> TryAsync(string name, Func<Task> change, ImmutableArray<Diagnostic>.Builder refused)
    {
        try
        {
            await change();
            return true;
        }
        catch (StoreException fault) when (fault.IsOfItem)
        {
            refused.Add(StrayItems.Unreadable(name, fault.Message));
            return false;
        }
    }

    private async Task<ImmutableSortedDictionary<string, PublishedFile>> ReadListAsync(CancellationToken cancellationToken) =>
        await state.ReadAsync(listName, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? PublishedFile.Deserialize(found.Bytes.Span)
            : ImmutableSortedDictionary<string, PublishedFile>.Empty;
}

/// <summary>What writing a publication came to, in files.</summary>
public sealed record WriteSummary(int Written, int Unchanged, int Deleted)
{
    /// <summary>The files that the store did not let be written or deleted; they are tried again the next time.</summary>
    public ImmutableArray<Diagnostic> Refused { get; init; } = [];
}
