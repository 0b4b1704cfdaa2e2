using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Makes the pages of posts that are not public (drafts, posts to come, posts that are over) from what the engine keeps. Nothing is
/// stored. Each one plans the site again, since its post is a part of no other plan: it is for authors, not for readers.
/// </summary>
/// <param name="press">The engine's container.</param>
/// <param name="clock">Decides which posts are public, and so stand around it.</param>
/// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
public sealed class StoredPreviews(IStore press, TimeProvider clock, bool trustsHtml = false)
{
    private const int Parallel = 8;

    private readonly ReceiptFolder _posts = ReceiptFolder.OfPosts(press);
    private readonly ReceiptFolder _site = ReceiptFolder.OfSite(press);
    private readonly StateStore _state = new(press, withFiles: false);
    private volatile KeptSite? _kept;

    /// <summary>
    /// Whether the pages are shown on the host that has the site's public files too; then links stay as they are. Else they lead to the
    /// site's <c>url</c>.
    /// </summary>
    public bool AreBesideSite { get; init; }

    /// <summary>
    /// The container with the files that posts include from their folders; null if nobody can read it, then such tags stay text.
    /// </summary>
    public IStore? Sources { get; init; }

    /// <summary>The path in the app at which the preview of a source is.</summary>
    public static string PathOf(string source) => "/api/preview/" + UrlPath.Encode(source);

    /// <summary>The page of a source; null if no source of this name was taken in.</summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<PostPreview?> FindAsync(string source, CancellationToken cancellationToken)
    {
        if (await _posts.FindAsync(source, cancellationToken) is not { } receipt)
            return null;
        return receipt switch
        {
            { State: ReceiptState.Reading or ReceiptState.Pending } => new PostPreview.Refused("It was uploaded a moment ago. Try again."),
            { State: ReceiptState.Published } => new PostPreview.Published(receipt.Url!),
            { State: ReceiptState.Faulty } => new PostPreview.Refused(
                $"It cannot be published as it is: {receipt.Diagnostics.FirstOrDefault(found => found.IsError)?.ToString(source)}"),
            { Preview: null } or { Good.Content: null } =>
                new PostPreview.Refused("It is no post and no page, or the settings exclude it."),
            _ => await MakeAsync(receipt, cancellationToken),
        };
    }

    private async Task<PostPreview> MakeAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var state = await _state.ReadAsync(cancellationToken);
        var read = ShownPosts.All.ApplyTo(await ReadSiteAsync(state, cancellationToken));
        // Scripts of others would see the address, which holds the key, and count the author among the readers.
        var site = read with { Settings = read.Settings with { Comments = null, Analytics = null } };
        var settings = site.Settings;
        PostReader ReaderWith(PageLists? lists) => new(settings, trustsHtml, site.Templates, lists);
        var reading = await PartsOf().ReadAsync(ReaderWith(lists: null), receipt.Good!.ToSource(receipt.Source), cancellationToken);
        var content = new OnePost(reading.Source with { HasAllParts = true }, ReaderWith);
        if (reading.Post is not { } post)
            return new PostPreview.Refused("It cannot be read with the settings as they are now. Try again in a moment.");

        var sources = PlannedSources.Of(state.Memory.Sources, _posts, settings);
        // It is neither a draft nor over on the page that it will have, and its neighbours are those that readers see.
        var shown = PostSummary.Of(post, settings) with { ShownUntil = null };
        var now = clock.GetUtcNow();
        var plan = SitePlan.Of(
            [.. sources.Posts.Where(other => other.SourceName != receipt.Source), shown],
            sources.Assets.Keys,
            site,
            now,
            other => other.SourceName == receipt.Source || state.Memory.Sources.Find(_posts.ItemOf(other.SourceName))!.IsPublic);
        var pictures = PlannedImages.Of(plan, asset => sources.Assets[asset].Facts);
        var files = FilePlan.Of(new PlanInputs(plan, pictures, trustsHtml), sources.Assets);
        if (files.Files.FirstOrDefault(file => file.SourceName == receipt.Source) is not { } file)
        {
            var why = plan.Diagnostics.Of(receipt.Source).FirstOrDefault(found => found.IsError)?.Message;
            return new PostPreview.Refused($"It will have no page: {why ?? "another file has its name."}");
        }

        var rendered = await file.RenderAsync(files.Inputs, content, cancellationToken);
        var url = AreBesideSite || !settings.HasAbsoluteLinks ? null : settings.AbsoluteLink(UrlPath.OfFile(file.Name));
        return new PostPreview.Page(PreviewPage.Of(rendered.Content.Bytes.Span, url));
    }

    /// <summary>The site's look, as the last build had it.</summary>
    private async Task<Site> ReadSiteAsync(StoredState state, CancellationToken cancellationToken)
    {
        if (_kept is { } kept && kept.State == state)
            return kept.Site;
        var files = new ConcurrentBag<Source>();
        var degree = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        var names = state.Memory.Sources.Entries.Select(known => _site.SourceOf(known.Key)).OfType<string>();
        await System.Threading.Tasks.Parallel.ForEachAsync(names, degree, async (name, token) =>
        {
            if (await _site.FindAsync(name, token) is { Good: { Content: not null } good })
                files.Add(good.ToSource(name));
        });
        var read = new KeptSite(state, Site.Of(files));
        _kept = read;
        return read.Site;
    }

    private PartedReading PartsOf() =>
        Sources is null ? new((_, _) => ValueTask.FromResult(SourcePart.None)) : PartedReading.From(Sources);

    private sealed record KeptSite(StoredState State, Site Site);

    /// <summary>The post alone: its page is made of no other source.</summary>
    private sealed class OnePost(Source source, Func<PageLists?, PostReader> readerWith) : ISourceContent
    {
        public Post? Read(PageLists? lists) => readerWith(lists).Read(source).Post;

        public ValueTask<Post> ReadPostAsync(PostSummary post, CancellationToken cancellationToken) => ReadAsync(lists: null);

        public ValueTask<Post> ReadPageAsync(PostSummary page, PageLists lists, CancellationToken cancellationToken) => ReadAsync(lists);

        public ValueTask<byte[]> WriteSearchPartAsync(
            string part, ImmutableArray<PostToIndex> posts, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Source> ReadAssetAsync(AssetSummary asset, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<ReadOnlyMemory<byte>> ReadVariantAsync(AssetSummary picture, int number, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        private ValueTask<Post> ReadAsync(PageLists? lists) =>
            ValueTask.FromResult(Read(lists) ?? throw new SourceChangedException(source.Name));
    }
}
