namespace Press;

/// <summary>A post of which the words are wanted.</summary>
/// <param name="Key">A hash of all that they are made of.</param>
/// <param name="Summary">The post.</param>
/// <param name="Entry">The same as the site shows it.</param>
internal sealed record PostToIndex(UInt128 Key, PostSummary Summary, PostEntry Entry);
