namespace Press;

/// <summary>How much a build does at a time.</summary>
/// <param name="Parallel">Requests to the storage; more than this does not make it faster on two cores.</param>
/// <param name="ParallelCopies">Media that pass through memory, each of which may have <see cref="Source.MaxBytes"/>.</param>
/// <param name="ParallelImages">Pictures that are decoded, each of which may take 200 MB.</param>
/// <param name="ImageBatch">Pictures after which what is known of them is saved: each takes up to a second.</param>
/// <param name="Batch">Sources after which what is known is saved, so that a build that is cut off goes on from there; also how many posts
/// are kept in memory between reading and rendering.</param>
internal sealed record BuildLimits(int Parallel = 16, int ParallelCopies = 4, int ParallelImages = 2, int ImageBatch = 20, int Batch = 500);
