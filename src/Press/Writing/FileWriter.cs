using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Brings a public store to what is planned, and touches nothing that is not its own: a list of what it wrote the last
/// time tells what has gone since.
/// </summary>
/// <param name="target">The public store.</param>
/// <param name="state">Keeps the list.</param>
/// <param name="listName">The list's name in the state; one for each target.</param>
internal sealed class FileWriter(IStore target, IStore state, string listName)
{
    private readonly ConcurrentDictionary<string, PublishedFile> _after = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Diagnostic> _refused = new();
    private int _written;
    private int _deleted;

    /// <summary>
    /// Makes and writes what is not there yet as it should be, posts before the listings that lead to them, then deletes what has gone.
    /// What cannot be made now stays as it was written.
    /// </summary>
    /// <param name="site">What is planned.</param>
    /// <param name="progress">Told after each file how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the writing; what has been written stays, and the next time goes on.</param>
    public async Task<WriteSummary> WriteAsync(SiteState site, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var before = await ReadListAsync(cancellationToken);
        var there = await target.ListAsync("", cancellationToken).ToDictionaryAsync(
            item => item.Name, item => item.ETag, StringComparer.Ordinal, cancellationToken);
        var files = site.Files;
        // A file may come where a folder was, and the other way round: what is in the way goes first.
        var folders = files.Files.SelectMany(file => UrlPath.FoldersOf(file.Name)).ToHashSet(StringComparer.Ordinal);
        var inTheWay = before.Keys
            .Where(name => folders.Contains(name) || UrlPath.FoldersOf(name).Any(folder => files.Find(folder) is not null))
            .ToHashSet(StringComparer.Ordinal);
        await DeleteAsync(before.Where(file => inTheWay.Contains(file.Key)), cancellationToken);

        var done = 0;
        foreach (var some in files.Files.ToLookup(file => file.SourceName is null).OrderBy(some => some.Key))
        {
            await Parallel.ForEachAsync(some, cancellationToken, async (file, token) =>
            {
                var known = before.GetValueOrDefault(file.Name);
                await WriteAsync(
                    file, known, isAsWritten: known is not null && there.GetValueOrDefault(file.Name) == known.ETag, site, token);
                progress?.Report(Interlocked.Increment(ref done));
            });
        }

        var gone = before.Where(file => !_after.ContainsKey(file.Key) && !inTheWay.Contains(file.Key)).ToLookup(
            file => site.Keeps(file.Value.SourceName));
        foreach (var (name, file) in gone[true])
            _after[name] = file;
        await DeleteAsync(gone[false], cancellationToken);

        var list = PublishedFile.Serialize(_after.ToImmutableSortedDictionary(StringComparer.Ordinal));
        await state.WriteAsync(listName, list, WriteCondition.Always, cancellationToken);
        var found = files.Files.SelectMany(file => _after.GetValueOrDefault(file.Name)?.Diagnostics ?? []);
        return new WriteSummary(_written, files.Files.Length - _written, _deleted)
        {
            Posts = site.Catalog.Entries.Length,
            HasPosts = site.HasPosts,
            IsWhole = _refused.IsEmpty && _after.All(file => file.Value.MadeOf != 0),
            Diagnostics = SiteDiagnostics.Of(
                site.SourceDiagnostics.Concat(found).Concat(_refused.OrderBy(refused => refused.File, StringComparer.Ordinal))),
        };
    }

    private async Task WriteAsync(
        PlannedFile file, PublishedFile? before, bool isAsWritten, SiteState site, CancellationToken cancellationToken)
    {
        if (isAsWritten && before!.MadeOf == file.MadeOf)
        {
            _after[file.Name] = before;
            return;
        }

        // What was there stays in the list, so that it can be deleted one day, and is made again the next time.
        if (before is not null)
            _after[file.Name] = before with { MadeOf = 0 };
        await TryAsync(file.Name, async () =>
        {
            RenderedFile rendered;
            try
            {
                rendered = await site.RenderAsync(file, cancellationToken);
            }
            catch (SourceChangedException) when (isAsWritten)
            {
                return;
            }

            var hash = HashBuilder.Of(rendered.Content.Bytes.Span);
            var published = new PublishedFile(file.MadeOf, hash, before?.ETag ?? "", file.SourceName) { Diagnostics = rendered.Found() };
            if (!isAsWritten || before!.Content != hash)
            {
                var etag = await target.WriteAsync(file.Name, rendered.Content, WriteCondition.Always, cancellationToken);
                published = published with { ETag = etag! };
                Interlocked.Increment(ref _written);
            }

            _after[file.Name] = published;
        });
    }

    private async Task DeleteAsync(IEnumerable<KeyValuePair<string, PublishedFile>> files, CancellationToken cancellationToken)
    {
        foreach (var (name, published) in files)
        {
            _after[name] = published;
            await TryAsync(name, async () =>
            {
                await target.DeleteAsync(name, ifMatch: null, cancellationToken);
                _after.TryRemove(name, out _);
                _deleted++;
            });
        }
    }

    /// <summary>One file that the store refuses does not keep the others from being written.</summary>
    private async Task TryAsync(string name, Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (SourceChangedException fault)
        {
            _refused.Enqueue(StrayItems.Unreadable(fault.Item, $"{fault.Message} Build again."));
        }
        catch (StoreException fault) when (fault.IsOfItem)
        {
            _refused.Enqueue(StrayItems.Unreadable(name, fault.Message));
        }
    }

    private async Task<ImmutableSortedDictionary<string, PublishedFile>> ReadListAsync(CancellationToken cancellationToken) =>
        await state.ReadAsync(listName, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? PublishedFile.Deserialize(found.Bytes.Span)
            : ImmutableSortedDictionary<string, PublishedFile>.Empty;
}

/// <summary>What writing a site came to, in files.</summary>
public sealed record WriteSummary(int Written, int Unchanged, int Deleted)
{
    /// <summary>How many posts can be read.</summary>
    public int Posts { get; init; }

    /// <inheritdoc cref="SiteState.HasPosts"/>
    public bool HasPosts { get; init; }

    /// <summary>Whether everything is as it was planned.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// All that is wrong with the site, and the files that the store did not let be written or deleted; they are tried again the next time.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
