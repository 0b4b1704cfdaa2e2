namespace Press;

/// <summary>A post of which the words are wanted.</summary>
/// <param name="Key">A hash of all that they are made of.</param>
/// <param name="Summary">The post.</param>
internal sealed record PostToIndex(UInt128 Key, PostSummary Summary);
