namespace Press;

/// <summary>A post and what is around it.</summary>
internal sealed record PlannedPost(PostSummary Summary, PageContext Context, PlanInputs Inputs)
{
    /// <summary>Whether it is a page that is made of all posts.</summary>
    public bool ListsPosts => Context.IsPage && Summary.ListsPosts;

    /// <summary>The post as feeds have it. Where its content is not at hand, its excerpt has to do.</summary>
    public FeedBody Body => new(
        HashBuilder.OfAll(Inputs.Plan.HashOf(Context.Entry), Inputs.Hashes.BodyOf(Summary), Context.BodyHash()),
        async (content, cancellationToken) => (await ReadAsync(content, cancellationToken)).Html);

    /// <summary>A post of the plan.</summary>
    public static PlannedPost Of(PostSummary post, PlanInputs inputs) => new(post, inputs.Plan.ContextOf(post, inputs.Images), inputs);

    /// <summary>The post of an entry of the catalog.</summary>
    public static PlannedPost Of(PostEntry entry, PlanInputs inputs) => Of(inputs.Plan.LinkedOf(entry.Source).Summary, inputs);

    /// <summary>A page with its lists, and its links resolved; those of its lists lead there already.</summary>
    public async ValueTask<Post> ReadPageAsync(ISourceContent content, PageLists lists, CancellationToken cancellationToken)
    {
        var page = await content.ReadPageAsync(Summary, lists, cancellationToken);
        return Context.Resolve(page with { Links = Summary.Links }, Inputs.Settings);
    }

    /// <summary>The post with its links and pictures resolved.</summary>
    public async ValueTask<Post> ReadAsync(ISourceContent content, CancellationToken cancellationToken) =>
        Context.Resolve(await content.ReadPostAsync(Summary, cancellationToken), Inputs.Settings);
}
