using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Puts keys of the settings under those of a front matter, as Jekyll merges them: mappings key by key, categories together, and a key
/// without a value does not count.
/// </summary>
/// <seealso href="https://jekyllrb.com/docs/configuration/front-matter-defaults/"/>
internal static class DefaultKeys
{
    /// <summary>All keys; those of the defaults stand where the front matter begins.</summary>
    public static YamlMapping Under(YamlMapping own, YamlMapping defaults) =>
        defaults.Entries.IsEmpty ? own : Merge((YamlMapping)AtStart(defaults), own);

    /// <summary>The keys of two sets of defaults.</summary>
    public static YamlMapping Over(YamlMapping upper, YamlMapping lower) => Merge(lower, upper, joinsCategories: false);

    private static YamlMapping Merge(YamlMapping lower, YamlMapping upper, bool joinsCategories = true)
    {
        var entries = lower.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var names = new List<string>(lower.Entries.Select(entry => entry.Key));
        foreach (var entry in upper.Entries)
        {
            if (!entries.TryGetValue(entry.Key, out var before))
                names.Add(entry.Key);
            else if (entry.Value is YamlScalar { IsNull: true })
                continue;
            entries[entry.Key] = entry with
            {
                Value = (before?.Value, entry.Value) switch
                {
                    (YamlMapping below, YamlMapping above) => Merge(below, above, joinsCategories: false),
                    ({ } below, var above) when joinsCategories && entry.Key == "categories" => Together(below, above),
                    _ => entry.Value,
                },
            };
        }

        return new YamlMapping([.. names.Select(name => entries[name])], upper.Position);
    }

    private static YamlSequence Together(YamlValue below, YamlValue above) => new([.. ItemsOf(below), .. ItemsOf(above)], above.Position);

    /// <summary>Words of one text are parted as in a front matter.</summary>
    private static ImmutableArray<YamlValue> ItemsOf(YamlValue value) => value switch
    {
        YamlSequence list => list.Items,
        YamlScalar { IsNull: true } => [],
        YamlScalar words =>
            [.. words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => words with { Text = word })],
        _ => [value],
    };

    private static YamlValue AtStart(YamlValue value) => value switch
    {
        YamlScalar scalar => scalar with { Position = TextPosition.Start },
        YamlSequence list => list with { Items = [.. list.Items.Select(AtStart)], Position = TextPosition.Start },
        YamlMapping keys => new YamlMapping(
            [.. keys.Entries.Select(entry => new YamlEntry(entry.Key, TextPosition.Start, AtStart(entry.Value)))], TextPosition.Start),
        _ => value,
    };
}
