namespace Press;

/// <summary>The pages of the posts.</summary>
internal sealed class PostPages
{
    private readonly PlanInputs _inputs;
    private readonly Dictionary<string, PlannedPost> _posts;

    private readonly ListingPages _listings;

    public PostPages(PlanInputs inputs, ListingPages listings)
    {
        (_inputs, _listings) = (inputs, listings);
        _posts = inputs.Plan.Posts.ToDictionary(post => post.SourceName, post => new PlannedPost(post, inputs.Plan.ContextOf(post, inputs.Images), inputs.Settings), StringComparer.Ordinal);
    }

    /// <summary>A post of the catalog, as feeds have it. Where its content is not at hand, its excerpt has to do.</summary>
    public FeedBody BodyOf(PostEntry entry)
    {
        var post = _posts[entry.Source];
        var hash = HashBuilder.OfAll(_inputs.Plan.HashOf(entry), _inputs.Hashes.BodyOf(post.Summary), post.Context.BodyHash());
        return new FeedBody(hash, async (content, cancellationToken) => (await post.ReadAsync(content, cancellationToken)).Html);
    }

    /// <summary>The page of each post, and of each page that is none.</summary>
    public IEnumerable<PlannedFile> Files() => _posts.Values.Select(FileOf);

    private PlannedFile FileOf(PlannedPost post)
    {
        var name = UrlPath.ToFile(post.Summary.Entry.Path);
        var place = post.Context.IsPage ? _listings.At(name) : null;
        return new PlannedFile(name, HashOf(post, place), post.Summary.SourceName, async (content, cancellationToken) =>
            _inputs.Composer.LayOut(await ReadAsync(post, place, content, cancellationToken), post.Context, place))
        {
            Layout = LayoutOf(post),
        };
    }

    private ValueTask<Post> ReadAsync(PlannedPost post, ListingPlace? place, ISourceContent content, CancellationToken cancellationToken) =>
        post.ListsPosts
            ? post.ReadPageAsync(content, _inputs.Composer.ListsFor(place), cancellationToken)
            : post.ReadAsync(content, cancellationToken);

    private string LayoutOf(PlannedPost post) => PageComposer.LayoutOf(post.Summary.Layout, post.Context.IsPage, _inputs.Site.Layouts);

    private UInt128 HashOf(PlannedPost post, ListingPlace? place) => HashBuilder.OfAll(
        _inputs.Hashes.PageWith(LayoutOf(post)),
        _inputs.Hashes.BodyOf(post.Summary),
        post.Context.Hash(_inputs.Plan.HashOf(post.Context.Entry)),
        place?.Hash ?? 0,
        post.ListsPosts ? _inputs.Hashes.AllPosts : 0);
}

/// <summary>A post and what is around it.</summary>
internal sealed record PlannedPost(PostSummary Summary, PageContext Context, SiteSettings Settings)
{
    /// <summary>Whether it is a page that is made of all posts.</summary>
    public bool ListsPosts => Context.IsPage && Summary.ListsPosts;

    /// <summary>A page with its lists, and its links resolved; those of its lists lead there already.</summary>
    public async ValueTask<Post> ReadPageAsync(ISourceContent content, PageLists lists, CancellationToken cancellationToken)
    {
        var page = await content.ReadPageAsync(Summary, lists, cancellationToken);
        return Context.Resolve(page with { Links = Summary.Links }, Settings);
    }

    /// <summary>The post with its links and pictures resolved.</summary>
    public async ValueTask<Post> ReadAsync(ISourceContent content, CancellationToken cancellationToken) =>
        Context.Resolve(await content.ReadPostAsync(Summary, cancellationToken), Settings);
}
