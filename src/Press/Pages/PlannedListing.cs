using System.Collections.Immutable;

namespace Press;

/// <summary>A listing, and the files of its pages.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Pages">Its pages, the newest first.</param>
/// <param name="Own">A hash of what its pages have in common, but for their layout and the posts.</param>
/// <param name="Common">The same with their layout.</param>
/// <param name="Files">The file of each page.</param>
internal sealed record PlannedListing(
    Listing Listing, ImmutableArray<ListingPage> Pages, UInt128 Own, UInt128 Common, ImmutableArray<PlannedFile> Files);
