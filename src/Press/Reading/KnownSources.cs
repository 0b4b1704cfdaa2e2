using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>Keeps what is known of sources in a store, in parts. Nothing is wrong if it is lost; it only costs reading.</summary>
/// <param name="store">Null to keep nothing.</param>
internal sealed class KnownSources(IStore? store)
{
    private const string ListName = "sources.json";
    private const string PartsFolder = "sources/";
    private const int Parallel = 4;

    private readonly PartStore<SourceFacts>? _parts = store is null ? null
        : new(store, PartsFolder, KnownSourcesJson.Compact.ImmutableArrayKeyValuePairStringSourceFacts, Parallel);

    private ImmutableArray<string> _saved = [];

    /// <summary>What was saved last; nothing if there is nothing, or another version of Press wrote it.</summary>
    public async Task<PartedMap<SourceFacts>> LoadAsync(CancellationToken cancellationToken)
    {
        _saved = store is not null && await store.ReadAsync(ListName, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? Parse(found.Bytes.Span)
            : [];
        return _parts is not null && await _parts.ReadAsync(_saved, PartedMap<SourceFacts>.Empty, cancellationToken) is { } known
            ? known
            : PartedMap<SourceFacts>.Empty;
    }

    /// <summary>Saves what is known now, as far as it is something else.</summary>
    public async Task SaveAsync(PartedMap<SourceFacts> known, CancellationToken cancellationToken)
    {
        if (store is null)
            return;
        await _parts!.SaveAsync(known.Parts, cancellationToken);
        var parts = PartStore<SourceFacts>.HashesOf(known);
        if (parts.SequenceEqual(_saved))
            return;
        var json = JsonSerializer.SerializeToUtf8Bytes(parts, KnownSourcesJson.Compact.ImmutableArrayString);
        await store.WriteAsync(ListName, new StoreContent(json, "application/json"), WriteCondition.Always, cancellationToken);
        foreach (var gone in _saved.Except(parts, StringComparer.Ordinal))
            await store.DeleteAsync(_parts.ItemOf(gone), ifMatch: null, cancellationToken);
        _saved = parts;
    }

    private static ImmutableArray<string> Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, KnownSourcesJson.Compact.ImmutableArrayString) is { IsDefault: false } parts
                ? parts
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<KeyValuePair<string, SourceFacts>>))]
internal sealed partial class KnownSourcesJson : JsonSerializerContext
{
    public static KnownSourcesJson Compact { get; } = new(
        new JsonSerializerOptions(StoredJson.Writing) { Converters = { new RuleByCode() } });
}
