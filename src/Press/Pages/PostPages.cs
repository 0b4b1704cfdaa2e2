using System.Collections.Immutable;

namespace Press;

/// <summary>The pages of the posts, and of the pages that are none.</summary>
internal sealed class PostPages
{
    private readonly PlanInputs _inputs;
    private readonly ImmutableArray<UInt128> _contexts;

    /// <param name="inputs">What they follow from.</param>
    /// <param name="before">Those of an earlier plan that differs in texts alone; null for none.</param>
    public PostPages(PlanInputs inputs, PostPages? before)
    {
        _inputs = inputs;
        var plan = inputs.Plan;
        var stale = before is null ? null : StaleSince(before._inputs.Plan);
        _contexts =
        [
            .. plan.Linked.Select((post, place) =>
                stale?.Contains(place) == false ? before!._contexts[place] : HashOfContext(post)),
        ];
        Files = [.. plan.Posts.Select((post, place) => FileOf(post, place, before?.Files[place]))];
    }

    /// <summary>A page for each, in the order of <see cref="SitePlan.Posts"/>.</summary>
    public ImmutableArray<PlannedFile> Files { get; }

    /// <summary>The places of those around which, or in which, anything is other than in an earlier plan.</summary>
    private HashSet<int> StaleSince(SitePlan before)
    {
        var plan = _inputs.Plan;
        var stale = Enumerable.Range(0, plan.Linked.Length).Where(place => !ReferenceEquals(plan.Linked[place], before.Linked[place]))
            .ToHashSet();
        var renamed = stale.Where(place => plan.Linked[place].Entry.Title != before.Linked[place].Entry.Title).ToList();
        if (renamed.Count == 0)
            return stale;
        foreach (var place in renamed)
            stale.UnionWith(plan.PlacesNaming(plan.Posts[place]));
        // A hidden post stands in no list, but names those beside which it would.
        stale.UnionWith(Enumerable.Range(0, plan.Posts.Length).Where(place => plan.Posts[place].Entry.Hidden));
        return stale;
    }

    private UInt128 HashOfContext(LinkedPost post) => _inputs.Plan.ContextOf(post.Summary, _inputs.Images).Hash(post.EntryHash);

    private PlannedFile FileOf(PostSummary post, int place, PlannedFile? before)
    {
        var name = before?.Name ?? UrlPath.ToFile(post.Entry.Path);
        var listing = post.Role is SourceRole.Page ? _inputs.Listings.At(name) : null;
        var layout = PageComposer.LayoutOf(post.Layout, post.Role is SourceRole.Page, _inputs.Site.Layouts);
        var hash = HashBuilder.OfAll(
            _inputs.Hashes.PageWith(layout),
            _inputs.Hashes.BodyOf(post),
            _contexts[place],
            listing?.Hash ?? 0,
            post is { Role: SourceRole.Page, ListsPosts: true } ? _inputs.Hashes.AllPosts : 0);
        return before?.MadeOf == hash ? before : new PlannedFile(name, hash, post.SourceName, (inputs, content, cancellationToken) =>
            RenderAsync(post, name, inputs, content, cancellationToken))
        {
            Layout = layout,
        };
    }

    private static async ValueTask<RenderedFile> RenderAsync(
        PostSummary summary, string name, PlanInputs inputs, ISourceContent content, CancellationToken cancellationToken)
    {
        var post = PlannedPost.Of(summary, inputs);
        var listing = post.Context.IsPage ? inputs.Listings.At(name) : null;
        var read = post.ListsPosts
            ? await post.ReadPageAsync(content, inputs.Composer.ListsFor(listing), cancellationToken)
            : await post.ReadAsync(content, cancellationToken);
        return inputs.Composer.LayOut(read, post.Context, listing);
    }
}
