namespace Press;

/// <summary>Follows the links of posts.</summary>
/// <param name="targets">Where links lead.</param>
/// <param name="faults">Which lead nowhere.</param>
internal sealed class LinkFollower(LinkTargets targets, LinkFaults faults)
{
    public LinkedPost Follow(PostSummary post)
    {
        var excerpt = targets.ResolveAnywhere(post.Entry.ExcerptHtml, post);
        var isOther = excerpt != post.Entry.ExcerptHtml;
        return new LinkedPost(
            post,
            targets.Of(post),
            isOther ? post.Entry with { ExcerptHtml = excerpt } : post.Entry,
            isOther ? HashBuilder.OfAll(post.EntryHash, HashBuilder.Of(excerpt)) : post.EntryHash,
            faults.Of(post));
    }

    /// <summary>Looks again into the pages to which the links of a post lead.</summary>
    public LinkedPost FollowAgain(LinkedPost linked) =>
        linked.HasFragments && faults.Of(linked.Summary) is var found && !found.SequenceEqual(linked.Faults)
            ? linked with { Faults = found }
            : linked;
}
