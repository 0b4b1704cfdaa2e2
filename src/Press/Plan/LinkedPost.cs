using System.Collections.Immutable;

namespace Press;

/// <summary>A post or page whose links are followed.</summary>
/// <param name="Summary">What is known of it.</param>
/// <param name="Targets">What to write in the place of each of its links, by number; null for one that stays as it is.</param>
/// <param name="Entry">Its entry, with the links of its excerpt followed.</param>
/// <param name="EntryHash">A hash of that.</param>
/// <param name="Faults">Its links that lead nowhere.</param>
internal sealed record LinkedPost(
    PostSummary Summary, ImmutableArray<string?> Targets, PostEntry Entry, UInt128 EntryHash, ImmutableArray<LinkFault> Faults)
{
    /// <summary>Whether a link leads to a part of a page: then what that page has counts.</summary>
    public bool HasFragments => Summary.Links.Any(link => link.Fragment is not "");
}
