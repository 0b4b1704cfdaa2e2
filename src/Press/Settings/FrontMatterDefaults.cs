using System.Collections.Immutable;

namespace Press;

/// <summary>The <c>defaults</c> of the settings: keys by path and type.</summary>
internal sealed class FrontMatterDefaults(ImmutableArray<DefaultSet> sets)
{
    public static FrontMatterDefaults None { get; } = new([]);

    public static FrontMatterDefaults From(YamlMapping settings) =>
        settings.Entries.FirstOrDefault(entry => entry.Key == "defaults")?.Value is YamlSequence { Items: var items }
            ? new([.. items.Select(DefaultSet.From).OfType<DefaultSet>()])
            : None;

    /// <summary>
    /// The keys for a source. Of two sets the one with the longer path counts, of equals the one with a type, else the later.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">What it is: <c>posts</c> or <c>pages</c>.</param>
    public YamlMapping For(string name, string type)
    {
        var keys = YamlMapping.Empty;
        DefaultSet? strongest = null;
        foreach (var set in sets.Where(set => set.AppliesTo(name, type)))
        {
            var isStronger = IsStronger(set, strongest);
            keys = isStronger ? DefaultKeys.Over(set.Values, keys) : DefaultKeys.Over(keys, set.Values);
            if (isStronger)
                strongest = set;
        }

        return keys;
    }

    private static bool IsStronger(DefaultSet set, DefaultSet? other) =>
        other is null || (set.Depth != other.Depth ? set.Depth > other.Depth : set.Type is not null || other.Type is null);
}
