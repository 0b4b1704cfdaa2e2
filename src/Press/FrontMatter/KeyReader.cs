using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Reads the keys of a mapping as what they should be; what they are not becomes a diagnostic under <paramref name="wrongType"/>.
/// </summary>
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
            return string.IsNullOrWhiteSpace(scalar.Text) ? null : scalar.Text.Trim().ToNormalForm();
        // '[공지]' as a title is a list to YAML.
        var quoted = value is YamlSequence { IsFlow: true } list && list.Items.All(item => item is YamlScalar)
            ? $"[{string.Join(", ", list.Items.Cast<YamlScalar>().Select(item => item.Text))}]"
            : null;
        return quoted is null
            ? Wrong<string>(key, value, "text", $"{key}: some words")
            : Wrong<string>(key, value, $"text. Put the {key} in quotes: {key}: {UnquotedValue.Quote(quoted)}");
    }

    public bool? Boolean(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlScalar scalar && BooleanOf(scalar) is { } boolean)
            return boolean;
        Wrong<object>(key, value, "true or false", $"{key}: true");
        return null;
    }

    /// <summary>True or false in all ways in which authors write it: "true" in quotes can mean only one thing, and so can 0.
    /// Null if it is neither.</summary>
    public static bool? BooleanOf(YamlScalar value) => value.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "t" or "1" or "예" or "네" or "참" => true,
        "false" or "no" or "off" or "n" or "f" or "0" or "아니오" or "아니요" or "거짓" => false,
        _ => null,
    };

    /// <summary>A list of texts, or one text as a list of one. Null if the key was not written.</summary>
    public ImmutableArray<YamlScalar>? Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return [scalar];
            case YamlSequence sequence when Flatten(sequence) is { } scalars:
                return scalars;
            case var value:
                Wrong<object>(key, value, "a list of words", $"{key}: [one, two]");
                return null;
        }
    }

    /// <summary>As many entries of a list as are read.</summary>
    public ImmutableArray<YamlScalar> First(ImmutableArray<YamlScalar> entries, int most, string key)
    {
        if (entries.Length <= most)
            return entries;
        diagnostics.Add(
            DiagnosticRules.TooMany,
            entries[most].Position,
            FormattableString.Invariant($"'{key}' has {entries.Length:N0} entries; the first {most:N0} are read. Write fewer."));
        return entries[..most];
    }

    /// <summary>The texts of a list and of the lists in it, as Hexo has categories below categories; null if there is
    /// something else in it.</summary>
    private static ImmutableArray<YamlScalar>? Flatten(YamlSequence sequence)
    {
        var scalars = ImmutableArray.CreateBuilder<YamlScalar>();
        foreach (var item in sequence.Items)
        {
            if (item is YamlScalar { IsNull: true })
                continue;
            if (item is YamlScalar scalar)
                scalars.Add(scalar);
            else if (item is YamlSequence inner && Flatten(inner) is { } texts)
                scalars.AddRange(texts);
            else
                return null;
        }

        return scalars.ToImmutable();
    }

    /// <summary>Warns of keys that are unknown and look like a known one.</summary>
    /// <param name="known">The keys that mean something.</param>
    /// <param name="rule">The rule that a misspelt one breaks.</param>
    /// <param name="isKnown">Other keys, which are not misspelt.</param>
    public void WarnOfMisspelt(IReadOnlyCollection<string> known, DiagnosticRule rule, Func<string, bool> isKnown)
    {
        foreach (var entry in keys.Entries.Where(entry => !known.Contains(entry.Key) && !isKnown(entry.Key)))
        {
            if (NearestName.Of(entry.Key, known) is { } nearest && !_entries.ContainsKey(nearest))
                diagnostics.Add(rule, entry.Position, $"'{entry.Key}' means nothing here. Did you mean '{nearest}'?");
        }
    }

    private T? Wrong<T>(string key, YamlValue value, string expected, string example)
        where T : class =>
        Wrong<T>(key, value, $"{expected}. Write '{example}'");

    private T? Wrong<T>(string key, YamlValue value, string expected)
        where T : class
    {
        diagnostics.Add(wrongType, value.Position, $"'{key}' is {value.Describe()} and should be {expected}.");
        return null;
    }
}
