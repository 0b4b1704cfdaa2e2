namespace Press;

/// <summary>How much a build does at a time.</summary>
/// <param name="Parallel">Requests to the storage; more than this does not make it faster on two cores.</param>
/// <param name="ParallelCopies">Media that pass through memory, each of which may have <see cref="AssetReader.MaxBytes"/>.</param>
/// <param name="Batch">Sources after which what is known is saved, so that a build that is cut off goes on from there; also how many posts are kept in memory between reading and rendering.</param>
internal sealed record BuildLimits(int Parallel = 16, int ParallelCopies = 4, int Batch = 500);
