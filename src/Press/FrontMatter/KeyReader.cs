using System.Collections.Immutable;

namespace Press;

/// <summary>Reads the keys of a mapping as what they should be; what they are not becomes a diagnostic under <paramref name="wrongType"/>.</summary>
internal sealed class KeyReader(YamlMapping keys, DiagnosticBag diagnostics, DiagnosticRule wrongType)
{
    private readonly Dictionary<string, YamlEntry> _entries = keys.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The value of a key; null if it was not written or has nothing after its colon.</summary>
    public YamlValue? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;

    /// <summary>Text; a number or a date counts as the text that was written.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlScalar scalar)
            return string.IsNullOrWhiteSpace(scalar.Text) ? null : scalar.Text.Trim().Normalize();
        return Wrong<string>(key, value, "text", $"{key}: some words");
    }

    public bool? Boolean(string key)
    {
        if (Find(key) is not { } value)
            return null;
        // "true" in quotes can mean only one thing.
        if (value is YamlScalar scalar && (scalar with { IsPlain = true }).AsBoolean() is { } boolean)
            return boolean;
        Wrong<object>(key, value, "true or false", $"{key}: true");
        return null;
    }

    /// <summary>A list of texts, or one text as a list of one. Null if the key was not written.</summary>
    public ImmutableArray<YamlScalar>? Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return [scalar];
            case YamlSequence sequence when sequence.Items.All(item => item is YamlScalar):
                return [.. sequence.Items.Cast<YamlScalar>().Where(item => !item.IsNull)];
            case var value:
                Wrong<object>(key, value, "a list of words", $"{key}: [one, two]");
                return null;
        }
    }

    /// <summary>Warns of keys that are unknown and look like a known one.</summary>
    public void WarnOfMisspelt(IReadOnlyCollection<string> known, DiagnosticRule rule)
    {
        foreach (var entry in keys.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            if (NearestName.Of(entry.Key, known) is { } nearest && !_entries.ContainsKey(nearest))
                diagnostics.Add(rule, entry.Position, $"'{entry.Key}' means nothing here. Did you mean '{nearest}'?");
        }
    }

    private T? Wrong<T>(string key, YamlValue value, string expected, string example)
        where T : class
    {
        diagnostics.Add(wrongType, value.Position, $"'{key}' is {value.Describe()} and should be {expected}. Write '{example}'.");
        return null;
    }
}
