using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// What was read of each picture, so that its smaller versions are made once. It goes by content: a picture that is renamed, or lies in
/// two places, is the same one.
/// </summary>
public sealed class ImageCache
{
    // Each of the pictures that are decoded may take 200 MB.
    private const int MostAtATime = 2;

    private readonly KeptImages? _kept;
    private readonly bool _makesVariants;
    private readonly ConcurrentDictionary<string, (string ETag, string Hash)> _hashes = new(StringComparer.Ordinal);
    private ConcurrentDictionary<Key, ImageReading> _readings = new();

    /// <summary>A cache in memory.</summary>
    /// <param name="store">Keeps it beyond this process, for <see cref="PrepareAsync"/>; null for nothing.</param>
    public ImageCache(IStore? store = null)
        : this(store, makesVariants: true)
    {
    }

    private ImageCache(IStore? store, bool makesVariants) => (_kept, _makesVariants) = (store is null ? null : new KeptImages(store), makesVariants);

    /// <summary>A cache for who wants to know what is wrong with pictures, and no smaller versions of them.</summary>
    public static ImageCache ForChecks() => new(store: null, makesVariants: false);

    /// <summary>Reads pictures from the store, and those that are not there from their bytes. What reads them afterwards need not wait.</summary>
    /// <param name="images">All pictures of the site.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="progress">Told after each picture how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the work; what was made is kept.</param>
    internal async Task PrepareAsync(IReadOnlyCollection<Source> images, SiteSettings settings, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var (done, made) = (0, 0);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = MostAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(images, degree, async (image, token) =>
        {
            var key = KeyOf(image, settings);
            if (!_readings.ContainsKey(key))
            {
                var isKept = _kept is not null && key is { Depth: ImageDepth.Variants, IsDrawing: false };
                var reading = isKept ? await _kept!.FindAsync(key.Hash, token) : null;
                if (reading is null)
                {
                    reading = ImageReader.Read(image.Name, image.Bytes, key.Depth);
                    if (isKept)
                        await _kept!.KeepAsync(key.Hash, reading, token);
                    Interlocked.Increment(ref made);
                }

                _readings.TryAdd(key, reading);
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        if (made > 0 && _kept is not null)
            await _kept.KeepOnlyAsync(images.Select(image => KeyOf(image, settings).Hash).ToHashSet(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>The readings of all pictures of a site, by their names; all others are forgotten.</summary>
    internal ImmutableDictionary<string, ImageReading> Read(IEnumerable<Source> images, SiteSettings settings)
    {
        var read = images
            .AsParallel()
            .WithDegreeOfParallelism(MostAtATime)
            .Select(image => (image.Name, Key: KeyOf(image, settings), Image: image))
            .Select(image => (image.Name, image.Key, Reading: _readings.GetOrAdd(image.Key, key => ImageReader.Read(image.Name, image.Image.Bytes, key.Depth))))
            .ToList();
        _readings = new(read.DistinctBy(image => image.Key).Select(image => KeyValuePair.Create(image.Key, image.Reading)));
        return read.ToImmutableDictionary(image => image.Name, image => image.Reading, StringComparer.Ordinal);
    }

    private Key KeyOf(Source image, SiteSettings settings)
    {
        if (!_hashes.TryGetValue(image.Name, out var known) || known.ETag != image.ETag)
            _hashes[image.Name] = known = (image.ETag, ContentHash.Of(image.Bytes.Span));
        var depth = !settings.ResponsiveImages ? ImageDepth.Size : _makesVariants ? ImageDepth.Variants : ImageDepth.Pixels;
        // Only the name tells a drawing.
        return new Key(known.Hash, depth, MediaTypes.OfMedia(image.Name) == MediaTypes.Svg);
    }

    private sealed record Key(string Hash, ImageDepth Depth, bool IsDrawing);
}
