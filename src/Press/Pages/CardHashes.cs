using System.Collections.Immutable;

namespace Press;

/// <summary>Hashes of what cards and the index say of each post: its entry and its pictures.</summary>
internal sealed class CardHashes
{
    private readonly SitePlan _plan;
    private readonly SiteImages _images;
    private readonly ImmutableArray<(UInt128 Card, UInt128 Index)> _hashes;

    /// <param name="plan">The site.</param>
    /// <param name="images">Its pictures.</param>
    /// <param name="before">Those of an earlier plan; what is the same is taken from there.</param>
    public CardHashes(SitePlan plan, SiteImages images, CardHashes? before)
    {
        (_plan, _images) = (plan, images);
        var same = before is not null && ReferenceEquals(before._plan.Frame, plan.Frame) && ReferenceEquals(before._images, images)
            ? before
            : null;
        _hashes =
        [
            .. plan.Linked.Select((post, place) =>
                same is not null && ReferenceEquals(same._plan.Linked[place], post) ? same._hashes[place] : HashesOf(post)),
        ];
    }

    /// <summary>The hash of all that a post's card shows.</summary>
    public UInt128 Of(PostEntry entry) => _hashes[_plan.PlaceOf(entry.Source)].Card;

    /// <summary>The hash of what the index says of a post: its entry, and how large its own pictures are.</summary>
    public UInt128 InIndex(PostEntry entry) => _hashes[_plan.PlaceOf(entry.Source)].Index;

    private (UInt128 Card, UInt128 Index) HashesOf(LinkedPost post)
    {
        var hash = new HashBuilder();
        hash.Add(post.EntryHash);
        foreach (var file in PostSummary.ImagesOf(post.Entry, _plan.Frame.Site.Settings))
        {
            if (_images.Find(file) is { } shown)
                hash.Add(shown.Hash);
        }

        var (image, thumbnail) = (_images.At(post.Entry.Image), _images.At(post.Entry.Thumbnail));
        return (hash.ToHash(), HashBuilder.OfAll(post.EntryHash, image?.Hash ?? 0, thumbnail?.Hash ?? 0));
    }
}
