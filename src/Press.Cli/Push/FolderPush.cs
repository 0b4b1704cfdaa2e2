using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press.Cli.Push;

/// <summary>Brings the containers to what a folder says.</summary>
internal sealed class FolderPush(SiteStores stores)
{
    private const int Parallel = 8;

    /// <summary>Uploads what differs from what is there, but for files that are longer than Press takes.</summary>
    /// <returns>What was uploaded, by name.</returns>
    public async Task<ImmutableArray<Upload>> UploadAsync(IReadOnlyCollection<Source> sources, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var there = await ListAsync(cancellationToken);
        // What cannot be read here stays there as it is.
        var changed = sources
            .Where(source => !source.IsCut && source.Fault is null)
            .Select(source => Upload.Of(source, stores))
            .Where(upload => there.GetValueOrDefault((upload.Container, upload.Source.Name)) != ContentHash.Of(upload.Source.Bytes.Span))
            .ToList();
        var sent = new ConcurrentBag<Upload>();
        await System.Threading.Tasks.Parallel.ForEachAsync(changed, Degree(cancellationToken), async (upload, token) =>
        {
            sent.Add(await upload.SendAsync(token));
            progress.Report(sent.Count * 100 / changed.Count);
        });
        return [.. sent.OrderBy(upload => upload.Source.Name, StringComparer.Ordinal)];
    }

    /// <summary>Deletes what the folder does not have; drafts and dot-files, which are never pushed, stay.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> DeleteOthersAsync(IReadOnlyCollection<Source> sources, CancellationToken cancellationToken)
    {
        var wanted = sources.Select(source => Upload.Of(source, stores)).Select(upload => (upload.Container, upload.Source.Name)).ToHashSet();
        var others = (await ListAsync(cancellationToken)).Keys.Where(file => !wanted.Contains(file) && SourceName.KindOf(file.Name) != SourceKind.Ignored).ToList();
        await System.Threading.Tasks.Parallel.ForEachAsync(others, Degree(cancellationToken), async (file, token) => await file.Container.DeleteAsync(file.Name, ifMatch: null, token));
        return others.Count;
    }

    /// <summary>The hashes of what is there.</summary>
    private async Task<Dictionary<(IStore Container, string Name), string?>> ListAsync(CancellationToken cancellationToken)
    {
        var files = new Dictionary<(IStore, string), string?>();
        foreach (var container in new[] { stores.Posts, stores.Site })
        {
            await foreach (var item in container.ListAsync("", cancellationToken))
                files[(container, item.Name)] = item.ContentHash;
        }

        return files;
    }

    private static ParallelOptions Degree(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
}
