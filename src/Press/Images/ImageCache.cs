using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Press;

/// <summary>
/// What was read of each picture, so that its smaller versions are made once. It goes by content: a picture that is renamed, or lies in
/// two places, is the same one.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has nothing to dispose of unless somebody asks for its wait handle.")]
public sealed class ImageCache
{
    // Each of the pictures that are decoded may take 200 MB.
    private const int MostAtATime = 2;

    private readonly KeptImages? _kept;
    private readonly bool _makesVariants;
    private readonly SemaphoreSlim _decoding = new(MostAtATime);
    private readonly ConcurrentDictionary<Key, ImageReading> _readings = new();

    /// <summary>A cache in memory.</summary>
    /// <param name="store">Keeps it beyond this process, and the smaller versions out of memory; null for nothing.</param>
    public ImageCache(IStore? store = null)
        : this(store, makesVariants: true)
    {
    }

    private ImageCache(IStore? store, bool makesVariants) =>
        (_kept, _makesVariants) = (store is null ? null : new KeptImages(store), makesVariants);

    /// <summary>A cache for who wants to know what is wrong with pictures, and no smaller versions of them.</summary>
    public static ImageCache ForChecks() => new(store: null, makesVariants: false);

    /// <summary>How far pictures of a site are looked into.</summary>
    internal ImageDepth DepthFor(SiteSettings settings) =>
        !settings.ResponsiveImages ? ImageDepth.Size : _makesVariants ? ImageDepth.Variants : ImageDepth.Pixels;

    /// <summary>Reads a picture, or finds what was read of it.</summary>
    /// <param name="image">The picture as it goes to the public.</param>
    /// <param name="depth">How far it is looked into.</param>
    /// <param name="withContents">Whether the contents of its smaller versions are wanted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async ValueTask<ImageReading> ReadAsync(Source image, ImageDepth depth, bool withContents, CancellationToken cancellationToken)
    {
        // Only the name tells a drawing.
        var key = new Key(ContentHash.Of(image.Bytes.Span), depth, MediaTypes.OfMedia(image.Name) == MediaTypes.Svg);
        if (_readings.TryGetValue(key, out var known) && (!withContents || known.HasContents))
            return known;

        // Each of the pictures that are decoded may take 200 MB.
        await _decoding.WaitAsync(cancellationToken);
        try
        {
            var isKept = _kept is not null && key is { Depth: ImageDepth.Variants, IsDrawing: false };
            var reading = isKept ? await _kept!.FindAsync(key.Hash, cancellationToken) : null;
            if (reading is null)
            {
                reading = ImageReader.Read(image.Name, image.Bytes, depth);
                if (isKept)
                    await _kept!.KeepAsync(key.Hash, reading, cancellationToken);
            }

            _readings[key] = isKept ? reading with { Contents = [] } : reading;
            return reading;
        }
        finally
        {
            _decoding.Release();
        }
    }

    /// <summary>Forgets all pictures but those that have these hashes.</summary>
    internal Task KeepOnlyAsync(IEnumerable<string> hashes, CancellationToken cancellationToken) =>
        _kept is null ? Task.CompletedTask : _kept.KeepOnlyAsync(hashes.ToHashSet(StringComparer.Ordinal), cancellationToken);

    private sealed record Key(string Hash, ImageDepth Depth, bool IsDrawing);
}
