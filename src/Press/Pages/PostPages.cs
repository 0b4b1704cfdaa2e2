namespace Press;

/// <summary>The pages of the posts.</summary>
internal sealed class PostPages
{
    private readonly PlanInputs _inputs;
    private readonly Dictionary<string, PlannedPost> _posts;

    public PostPages(PlanInputs inputs)
    {
        _inputs = inputs;
        _posts = inputs.Plan.Posts.ToDictionary(post => post.SourceName, post => new PlannedPost(post, inputs.Plan.ContextOf(post, inputs.Images), inputs.Settings), StringComparer.Ordinal);
    }

    /// <summary>A post of the catalog, as feeds have it. Where its content is not at hand, its excerpt has to do.</summary>
    public FeedBody BodyOf(PostEntry entry)
    {
        var post = _posts[entry.Source];
        var hash = new HashBuilder();
        hash.Add(_inputs.Plan.HashOf(entry));
        hash.Add(_inputs.Hashes.BodyOf(post.Summary));
        hash.Add(post.Context.BodyHash());
        return new FeedBody(hash.ToHash(), async (content, cancellationToken) => (await post.ReadAsync(content, cancellationToken)).Html);
    }

    /// <summary>The page of each post.</summary>
    public IEnumerable<PlannedFile> Files() => _posts.Values.Select(post =>
        new PlannedFile(UrlPath.ToFile(post.Summary.Entry.Path), HashOf(post), post.Summary.SourceName, async (content, cancellationToken) =>
            _inputs.Composer.LayOut(await post.ReadAsync(content, cancellationToken), post.Context))
        {
            Layout = LayoutOf(post),
        });

    private string LayoutOf(PlannedPost post) => PageComposer.LayoutOf(post.Summary.Layout, _inputs.Site.Layouts);

    private UInt128 HashOf(PlannedPost post)
    {
        var hash = new HashBuilder();
        hash.Add(_inputs.Hashes.PageWith(LayoutOf(post)));
        hash.Add(_inputs.Hashes.BodyOf(post.Summary));
        hash.Add(post.Context.Hash(_inputs.Plan.HashOf(post.Context.Entry)));
        return hash.ToHash();
    }
}

/// <summary>A post and what is around it.</summary>
internal sealed record PlannedPost(PostSummary Summary, PageContext Context, SiteSettings Settings)
{
    /// <summary>The post with its links and pictures resolved.</summary>
    public async ValueTask<Post> ReadAsync(ISourceContent content, CancellationToken cancellationToken) =>
        Context.Resolve(await content.ReadPostAsync(Summary, cancellationToken), Settings);
}
