using System.Collections.Immutable;

namespace Press;

/// <summary>A hash of all that the card of each post shows: its entry and its pictures.</summary>
internal sealed class CardHashes
{
    private readonly SitePlan _plan;
    private readonly SiteImages _images;
    private readonly ImmutableArray<UInt128> _hashes;

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
                same is not null && ReferenceEquals(same._plan.Linked[place], post) ? same._hashes[place] : HashOf(post)),
        ];
    }

    /// <summary>The hash of a post's card.</summary>
    public UInt128 Of(PostEntry entry) => _hashes[_plan.PlaceOf(entry.Source)];

    private UInt128 HashOf(LinkedPost post)
    {
        var hash = new HashBuilder();
        hash.Add(post.EntryHash);
        foreach (var file in PostSummary.ImagesOf(post.Entry, _plan.Frame.Site.Settings))
        {
            if (_images.Find(file) is { } image)
                hash.Add(image.Hash);
        }

        return hash.ToHash();
    }
}
