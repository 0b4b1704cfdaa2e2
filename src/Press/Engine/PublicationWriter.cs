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

        var (done, written) = (0, 0);
        foreach (var file in publication.Files.Values.OrderBy(file => file.SourceName is null))
        {
            var published = new PublishedFile(Convert.ToHexStringLower(SHA256.HashData(file.Content.Bytes.Span)), file.SourceName);
            var isThere = there.TryGetValue(file.Name, out var length) && length == file.Content.Bytes.Length;
            if (!isThere || before.GetValueOrDefault(file.Name)?.Hash != published.Hash)
            {
                await target.WriteAsync(file.Name, file.Content, WriteCondition.Always, cancellationToken);
                written++;
            }

            after[file.Name] = published;
            progress?.Report(++done);
        }

        var deleted = 0;
        foreach (var (name, published) in before.Where(file => !after.ContainsKey(file.Key)))
        {
            if (published.SourceName is { } source && publication.FailedSources.Contains(source))
            {
                after[name] = published;
                continue;
            }

            await target.DeleteAsync(name, ifMatch: null, cancellationToken);
            deleted++;
        }

        await state.WriteAsync(listName, PublishedFile.Serialize(after.ToImmutable()), WriteCondition.Always, cancellationToken);
        return new WriteSummary(written, publication.Files.Count - written, deleted);
    }

    private async Task<ImmutableSortedDictionary<string, PublishedFile>> ReadListAsync(CancellationToken cancellationToken) =>
        await state.ReadAsync(listName, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? PublishedFile.Deserialize(found.Bytes.Span)
            : ImmutableSortedDictionary<string, PublishedFile>.Empty;
}

/// <summary>What writing a publication came to, in files.</summary>
public sealed record WriteSummary(int Written, int Unchanged, int Deleted);
