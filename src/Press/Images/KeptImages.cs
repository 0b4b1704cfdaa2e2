using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// What was read of pictures, in a store, by the hashes of their contents. It only spares time: where the store fails, or what lies in
/// it is not whole, pictures are read again.
/// </summary>
internal sealed class KeptImages(IStore store)
{
    private const string Folder = "images/";

    /// <summary>The reading of a picture with all contents of its variants; null if it is not kept, or was made by other rules.</summary>
    public async Task<ImageReading?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadAsync(FactsOf(hash), cancellationToken) is not { } json
                || KeptImage.Parse(json.Span) is not { } kept
                || kept.Version != ImageReader.Version)
                return null;
            var contents = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
            foreach (var variant in kept.Facts?.Variants ?? [])
            {
                if (await ReadAsync(ContentOf(hash, variant), cancellationToken) is not { } content
                    || ContentHash.Of(content.Span) != variant.Hash)
                    return null;
                contents.Add(content);
            }

            return new ImageReading(kept.Facts, kept.Fault) { Contents = contents.ToImmutable() };
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>Keeps a reading: its contents first, so that the facts find them.</summary>
    public async Task KeepAsync(string hash, ImageReading reading, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (variant, content) in (reading.Facts?.Variants ?? []).Zip(reading.Contents))
                await store.WriteAsync(
                    ContentOf(hash, variant), new StoreContent(content, "image/webp"), WriteCondition.Always, cancellationToken);
            var facts = new KeptImage(ImageReader.Version, reading.Facts, reading.Fault);
            await store.WriteAsync(
                FactsOf(hash), new StoreContent(facts.ToJson(), "application/json"), WriteCondition.Always, cancellationToken);
        }
        catch (StoreException)
        {
            // A folder that cannot be written to keeps nothing.
        }
    }

    /// <summary>Forgets all pictures but these.</summary>
    public async Task KeepOnlyAsync(IReadOnlySet<string> hashes, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in await store.ListAsync(Folder, cancellationToken).ToListAsync(cancellationToken))
            {
                if (!hashes.Contains(item.Name[Folder.Length..].Split('.')[0]))
                    await store.DeleteAsync(item.Name, ifMatch: null, cancellationToken);
            }
        }
        catch (StoreException)
        {
            // It is forgotten the next time.
        }
    }

    private static string FactsOf(string hash) => $"{Folder}{hash}.json";

    private static string ContentOf(string hash, ImageVariant variant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}{hash}.{variant.Width}.webp");

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken) =>
        await store.ReadAsync(name, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? found.Bytes : null;
}

/// <summary>A reading without its contents.</summary>
/// <param name="Version">The rules by which it was made.</param>
/// <param name="Facts">Null if the picture cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null if it can.</param>
internal sealed record KeptImage(string Version, ImageFacts? Facts, string? Fault)
{
    /// <summary>Null if it was cut short.</summary>
    public static KeptImage? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, KeptImageJson.Compact.KeptImage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, KeptImageJson.Compact.KeptImage);
}

[JsonSerializable(typeof(KeptImage))]
internal sealed partial class KeptImageJson : JsonSerializerContext
{
    public static KeptImageJson Compact { get; } = new(new JsonSerializerOptions(StoredJson.Writing));
}
