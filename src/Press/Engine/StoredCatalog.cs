using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// The catalog as readers find it in the engine's container. Parts that it has read already it does not ask for again.
/// </summary>
public sealed class StoredCatalog(IStore press)
{
    private const int Parallel = 16;

    // Who reads a state while it is replaced twice has read for very long.
    private const int MaxTries = 5;

    private readonly PartStore<ListedSource> _parts = CatalogParts.For(press, Parallel);

    private readonly ReceiptFolder _receipts = ReceiptFolder.OfPosts(press);

    private volatile Kept? _kept;

    /// <summary>
    /// The catalog as it is now, and the same object as long as nothing changes; an empty one if nothing was published yet.
    /// </summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<Catalog> ReadAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = _kept;
            var answer = await press.ReadAsync(EngineItems.Manifest, kept?.ETag, cancellationToken);
            if (answer is ReadAnswer.NotModified)
                return kept!.Catalog;
            if (answer is not ReadAnswer.Found found)
            {
                _kept = null;
                return await ReadOldAsync(cancellationToken);
            }

            // A part that is gone belongs to a state that was replaced meanwhile; else it is lost, and so is all that was known.
            var manifest = Manifest.Parse(found.Bytes.Span);
            var known = kept?.Sources ?? PartedMap<ListedSource>.Empty;
            var sources = manifest is null
                ? PartedMap<ListedSource>.Empty
                : await _parts.ReadAsync(manifest.Sources, known, cancellationToken);
            if (sources is null && tries < MaxTries)
                continue;
            var catalog = sources is null || manifest is null
                ? Catalog.Empty
                : Catalog.Of(sources.Entries.Select(source => source.Value.Entry).OfType<PostEntry>(), manifest.Language)
                    .WithImages(settings => new SiteImages(settings, ImagesOf(sources)));
            _kept = new Kept(found.Item.ETag, sources ?? PartedMap<ListedSource>.Empty, catalog);
            return catalog;
        }
    }

    /// <summary>The pictures of the site, of their smaller versions those that have a file of their own.</summary>
    private IEnumerable<SiteImage> ImagesOf(PartedMap<ListedSource> sources)
    {
        var images = (from source in sources.Entries
                      where source.Value.Image?.Facts is not null
                      let name = _receipts.SourceOf(source.Key)
                      where name is not null
                      select new SiteImage(SourceName.WithoutPostsFolder(name), source.Value.Image!.Facts!))
            .DistinctBy(image => image.File, StringComparer.Ordinal)
            .ToList();
        var files = images.Select(image => image.File).ToHashSet(StringComparer.Ordinal);
        return images.Select(image => image with
        {
            Facts = image.Facts with
            {
                Variants =
                [
                    .. image.Facts.Variants.Where(variant =>
                        ImageVariant.HasRoom(variant.FileOf(image.File)) && !files.Contains(variant.FileOf(image.File))),
                ],
            },
        });
    }

    /// <summary>What an older program left, until this one has made its own.</summary>
    private async Task<Catalog> ReadOldAsync(CancellationToken cancellationToken)
    {
        if (await press.ReadAsync(EngineItems.OldCatalog, ifNoneMatch: null, cancellationToken) is not ReadAnswer.Found found)
            return Catalog.Empty;
        try
        {
            return JsonSerializer.Deserialize(found.Bytes.Span, StoredCatalogJson.Readable.Document) is { Posts.IsDefault: false } document
                ? Catalog.Of(document.Posts, document.Language)
                : Catalog.Empty;
        }
        catch (JsonException)
        {
            return Catalog.Empty;
        }
    }

    internal sealed record Document(string Language, ImmutableArray<PostEntry> Posts);

    private sealed record Kept(string ETag, PartedMap<ListedSource> Sources, Catalog Catalog);
}

[JsonSerializable(typeof(StoredCatalog.Document))]
internal sealed partial class StoredCatalogJson : JsonSerializerContext
{
    public static StoredCatalogJson Readable { get; } = new(new JsonSerializerOptions(StoredJson.Writing));
}
