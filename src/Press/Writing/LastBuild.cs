using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// What a site was built from the last time, and what lay in its target afterwards: while both are the same, there is nothing to do.
/// </summary>
/// <param name="Inputs">A hash of everything that the site follows from but the clock.</param>
/// <param name="From">The moment for which it was built.</param>
/// <param name="Until">When a post comes out or is taken back by itself; null if none will.</param>
/// <param name="Output">A hash of what lay in the target.</param>
/// <param name="Summary">What that build came to.</param>
internal sealed record LastBuild(UInt128 Inputs, DateTimeOffset From, DateTimeOffset? Until, UInt128 Output, WriteSummary Summary)
{
    /// <summary>A hash of everything that a site follows from but the clock; null if a source cannot be read.</summary>
    /// <param name="sources">All sources.</param>
    /// <param name="called">A hash of the program, and of how it was called.</param>
    public static UInt128? HashOf(SourceListing sources, UInt128 called)
    {
        var hash = new HashBuilder();
        hash.Add(called);
        hash.Add(sources.SettingsFault?.ToString());
        foreach (var source in sources.Items)
        {
            if (source.Fault is not null)
                return null;
            hash.Add(source.Name);
            hash.Add(source.ETag);
            // The day of a post without a date.
            hash.Add(source.Created);
        }

        return hash.ToHash();
    }

    /// <summary>A hash of what lies in a target, other people's files too: who changed one may have changed another.</summary>
    public static async Task<UInt128> HashOfAsync(IStore target, CancellationToken cancellationToken)
    {
        var items = await target.ListAsync("", cancellationToken).ToListAsync(cancellationToken);
        var hash = new HashBuilder();
        foreach (var item in items)
        {
            hash.Add(item.Name);
            hash.Add(item.ETag);
        }

        return hash.ToHash();
    }

    /// <summary>The item of the state that holds it, beside the list of what was written.</summary>
    public static string ItemOf(string listName) => Path.ChangeExtension(listName, ".last.json");

    /// <summary>Whether a build at this moment would give the same.</summary>
    public bool Holds(UInt128 inputs, DateTimeOffset now) => Inputs == inputs && From <= now && (Until is null || now < Until);

    /// <summary>Null if it was cut short, or another version of Press wrote it.</summary>
    public static LastBuild? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, LastBuildJson.Readable.LastBuild);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public StoreContent ToContent() => new(JsonSerializer.SerializeToUtf8Bytes(this, LastBuildJson.Readable.LastBuild), "application/json");
}

[JsonSerializable(typeof(LastBuild))]
internal sealed partial class LastBuildJson : JsonSerializerContext
{
    public static LastBuildJson Readable { get; } = new(
        new JsonSerializerOptions(StoredJson.Writing) { Converters = { new RuleByCode() } });
}
