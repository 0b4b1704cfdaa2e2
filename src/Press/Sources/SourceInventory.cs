namespace Press;

/// <summary>The sources of a store.</summary>
/// <param name="store">Holds the sources.</param>
/// <param name="outputPrefix">A folder of the store into which the site is written, and which therefore holds no sources; null if it lies
/// elsewhere.</param>
public sealed class SourceInventory(IStore store, string? outputPrefix = null) : ISourceFiles
{
    /// <summary>Whether posts in <c>_drafts</c> are sources too. They are drafts, whatever they say.</summary>
    public bool ReadsDrafts { get; init; }

    /// <summary>
    /// All of them with their content, in the order of their names. What cannot be read has a <see cref="Source.Fault"/>.
    /// </summary>
    /// <exception cref="StoreException">They cannot be listed.</exception>
    public async Task<IReadOnlyList<Source>> ReadAllAsync(CancellationToken cancellationToken)
    {
        ISourceFiles files = this;
        var sources = new List<Source>();
        foreach (var item in (await files.ListAsync(cancellationToken)).Items)
        {
            if (item.Fault is { } fault)
                sources.Add(new Source(item.Name, default, item.ETag, item.Created) { Fault = fault });
            else if (await files.ReadAsync(item.Name, cancellationToken) is { } source)
                sources.Add(source);
        }

        return sources;
    }

    async Task<SourceListing> ISourceFiles.ListAsync(CancellationToken cancellationToken)
    {
        var listing = await store.ListWithStraysAsync("", cancellationToken);
        var strays = listing.Strays.Where(stray => IsSource(stray.Name)).Select(
            stray => new SourceItem(stray.Name, ETag: "", Length: 0, Created: default, StrayItems.FaultOf(stray)));
        var items = listing.Items.Where(item => IsSource(item.Name)).Select(
            item => new SourceItem(item.Name, item.ETag, item.Length, item.Created));
        return new SourceListing([.. strays.Concat(items).OrderBy(item => item.Name, StringComparer.Ordinal)])
        {
            SettingsFault = SettingsFile.FaultOf(
                [.. listing.Items.Select(item => item.Name), .. listing.Strays.Select(stray => stray.Name)]),
        };
    }

    async ValueTask<Source?> ISourceFiles.ReadAsync(string name, CancellationToken cancellationToken) =>
        await store.ReadUpToAsync(name, Source.MaxBytes, cancellationToken) switch
        {
            ReadAnswer.Found found => Source.Of(found),
            ReadAnswer.TooLong tooLong => Source.Of(tooLong),
            ReadAnswer.Unreadable unreadable =>
                new Source(name, default, unreadable.Item.ETag, unreadable.Item.Created) { Fault = StrayItems.FaultOf(unreadable) },
            _ => null,
        };

    private bool IsSource(string name) =>
        (SourceName.KindOf(name) != SourceKind.Ignored || (ReadsDrafts && IsDraft(name)))
        && (outputPrefix is null || !name.StartsWith(outputPrefix, StringComparison.Ordinal));

    /// <summary>What else lies in the folder of drafts stays there: a picture has no draft's page around it to be withheld with.</summary>
    private static bool IsDraft(string name) => SourceName.IsInDraftsFolder(name) && SourceName.KindWithDrafts(name) == SourceKind.Post;
}
