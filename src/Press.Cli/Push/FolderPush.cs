using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press.Cli.Push;

/// <summary>Brings the containers to what a folder says.</summary>
internal sealed class FolderPush(SiteStores stores)
{
    private const int Parallel = 8;

    /// <summary>Compares the folder with what is there. It changes nothing.</summary>
    public async Task<PushPlan> PlanAsync(IReadOnlyCollection<Source> sources, CancellationToken cancellationToken)
    {
        var there = await ListAsync(cancellationToken);
        var wanted = sources.Select(source => new StoredFile(Upload.Of(source, stores).Container, source.Name)).ToHashSet();
        // What cannot be read here stays there as it is.
        var uploads = sources
            .Where(IsPushed)
            .Select(source => Upload.Of(source, stores))
            .Select(upload => there.TryGetValue(new StoredFile(upload.Container, upload.Source.Name), out var item)
                && item.ContentHash == ContentHash.Of(upload.Source.Bytes.Span) ? upload with { ETag = item.ETag } : upload)
            .OrderBy(upload => upload.Source.Name, StringComparer.Ordinal)
            .ToList();
        return new PushPlan
        {
            Changed = [.. uploads.Where(upload => upload.ETag is null)],
            Unchanged = [.. uploads.Where(upload => upload.ETag is not null)],
            Refused = [.. sources.Where(source => !IsPushed(source))],
            Others = [.. there.Keys.Where(file => !wanted.Contains(file)).OrderBy(file => file.Name, StringComparer.Ordinal)],
            StoredCount = there.Count,
            HasPosts = sources.Any(source => SourceName.KindOf(source.Name) == SourceKind.Post),
        };
    }

    /// <summary>Uploads what differs.</summary>
    /// <returns>What was uploaded, each with its new ETag, by name.</returns>
    public static async Task<ImmutableArray<Upload>> UploadAsync(
        PushPlan plan, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var sent = new ConcurrentBag<Upload>();
        await System.Threading.Tasks.Parallel.ForEachAsync(plan.Changed, Degree(cancellationToken), async (upload, token) =>
        {
            sent.Add(await upload.SendAsync(token));
            progress.Report(sent.Count * 100 / plan.Changed.Length);
        });
        return [.. sent.OrderBy(upload => upload.Source.Name, StringComparer.Ordinal)];
    }

    /// <summary>Deletes what the folder does not have.</summary>
    public static Task DeleteOthersAsync(PushPlan plan, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
            plan.Others,
            Degree(cancellationToken),
            async (file, token) => await file.Container.DeleteAsync(file.Name, ifMatch: null, token));

    private static bool IsPushed(Source source) => source is { IsCut: false, Fault: null };

    /// <summary>What is there, but for drafts and dot-files, which no push brings or takes.</summary>
    private async Task<Dictionary<StoredFile, StoredItem>> ListAsync(CancellationToken cancellationToken)
    {
        var files = new Dictionary<StoredFile, StoredItem>();
        foreach (var container in new[] { stores.Posts, stores.Site })
        {
            await foreach (var item in container.ListAsync("", cancellationToken))
            {
                if (SourceName.KindOf(item.Name) != SourceKind.Ignored)
                    files[new StoredFile(container, item.Name)] = item;
            }
        }

        return files;
    }

    private static ParallelOptions Degree(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
}
