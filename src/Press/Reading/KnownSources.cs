using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>Keeps what is known of sources in a store. Nothing is wrong if it is lost; it only costs reading.</summary>
/// <param name="store">Null to keep nothing.</param>
internal sealed class KnownSources(IStore? store)
{
    private const string ItemName = "sources.json";

    private ImmutableDictionary<string, SourceFacts>? _saved;

    /// <summary>What was saved last; nothing if there is nothing, or another version of Press wrote it.</summary>
    public async Task<ImmutableDictionary<string, SourceFacts>> LoadAsync(CancellationToken cancellationToken)
    {
        var known = store is not null && await store.ReadAsync(ItemName, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? Parse(found.Bytes.Span) : [];
        return _saved = known.ToImmutableDictionary(facts => facts.Name, StringComparer.Ordinal);
    }

    /// <summary>Saves what is known now, if it is something else.</summary>
    public async Task SaveAsync(ImmutableDictionary<string, SourceFacts> known, CancellationToken cancellationToken)
    {
        if (store is null || (_saved?.Count == known.Count && known.All(facts => ReferenceEquals(_saved.GetValueOrDefault(facts.Key), facts.Value))))
            return;
        ImmutableArray<SourceFacts> inOrder = [.. known.Values.OrderBy(facts => facts.Name, StringComparer.Ordinal)];
        var json = JsonSerializer.SerializeToUtf8Bytes(inOrder, KnownSourcesJson.Readable.ImmutableArraySourceFacts);
        await store.WriteAsync(ItemName, new StoreContent(json, "application/json"), WriteCondition.Always, cancellationToken);
        _saved = known;
    }

    private static ImmutableArray<SourceFacts> Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, KnownSourcesJson.Readable.ImmutableArraySourceFacts) is { IsDefault: false } known ? known : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

[JsonSerializable(typeof(ImmutableArray<SourceFacts>))]
internal sealed partial class KnownSourcesJson : JsonSerializerContext
{
    public static KnownSourcesJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing) { Converters = { new RuleByCode() } });
}
