using System.Collections.Immutable;

namespace Press;

/// <summary>What the parameters of a request say.</summary>
/// <param name="Query">The query; null if there are faults.</param>
/// <param name="Faults">What is wrong with them; empty if they can be answered.</param>
/// <param name="Notices">Names that no post has.</param>
public sealed record QueryReading(PostQuery? Query, ImmutableArray<QueryFault> Faults, ImmutableArray<QueryNotice> Notices);
