using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>Names the parts of all that the engine knows. Who has it has one whole state.</summary>
/// <param name="Format">By which program parts are written: another one may not understand them.</param>
/// <param name="IsPartial">That of <see cref="SiteMemory"/>.</param>
/// <param name="Language">The site's own.</param>
/// <param name="Sources">The parts of what is known of sources, in order.</param>
/// <param name="Files">The parts of what is known of public files, in order.</param>
/// <param name="HasJournal">That of <see cref="SiteMemory"/>.</param>
internal sealed record Manifest(
    int Format, bool IsPartial, string Language, ImmutableArray<string> Sources, ImmutableArray<string> Files, bool HasJournal)
{
    /// <summary>Changes when a part of an older program would be read wrongly.</summary>
    public const int NewestFormat = 1;

    /// <summary>The items of all parts, and of what readers need of them.</summary>
    [JsonIgnore]
    public IEnumerable<string> Items => Sources.Concat(Files).Select(ItemOf).Concat(Sources.Select(CatalogParts.ItemOf));

    /// <summary>The item that holds a part.</summary>
    public static string ItemOf(string hash) => PartItem.Of(EngineItems.PartsFolder, hash);

    /// <summary>Null if it is none that this program understands.</summary>
    public static Manifest? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Compact.Manifest)
                is { Format: NewestFormat, Sources.IsDefault: false, Files.IsDefault: false } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public StoreContent ToContent() => new(JsonSerializer.SerializeToUtf8Bytes(this, StateJson.Compact.Manifest), "application/json");
}

[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(ImmutableArray<KeyValuePair<string, KnownSource>>))]
[JsonSerializable(typeof(ImmutableArray<KeyValuePair<string, WrittenFile>>))]
[JsonSerializable(typeof(ImmutableArray<JournalEntry>))]
internal sealed partial class StateJson : JsonSerializerContext
{
    public static StateJson Compact { get; } = new(new JsonSerializerOptions(StoredJson.Writing) { Converters = { new RuleByCode() } });
}
