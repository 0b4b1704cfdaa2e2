using System.Globalization;

namespace Press;

/// <summary>Reads which keys keep a post back: Press's own, misspelt ones and those of other tools. When in doubt, the post is
/// kept back and its author told.</summary>
internal sealed class Withholding(TimeZoneInfo zone, DiagnosticBag diagnostics)
{
    /// <summary>Whether a key other than <c>published</c> and <c>draft</c> keeps the post back.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>The keys of which the author was told.</summary>
    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>A moment before which the post is kept back; null for none.</summary>
    public TimedKey? From { get; private set; }

    /// <summary>A moment from which on it is; null for none.</summary>
    public TimedKey? Until { get; private set; }

    /// <summary>Looks at all keys.</summary>
    public static Withholding Of(YamlMapping keys, TimeZoneInfo zone, DiagnosticBag diagnostics)
    {
        var found = new Withholding(zone, diagnostics);
        foreach (var entry in keys.Entries)
            found.Read(entry);
        return found;
    }

    /// <summary>Whether <see cref="Withholding"/> reads the value of <c>published</c>, since it is neither true nor false.</summary>
    public static bool IsDateOfPublication(YamlValue value, TimeZoneInfo zone) =>
        value is YamlScalar scalar && KeyReader.BooleanOf(scalar) is null && FrontMatterDate.Parse(scalar.Text, zone) is not null;

    private void Read(YamlEntry entry)
    {
        // Of a mapping or a list nobody knows what it means: 'hide: [navigation]' hides no page.
        if (entry.Value is not YamlScalar value || ForeignKeys.Find(entry.Key) is not { } key)
            return;
        if (entry.Key is "published" or "draft" or "hidden")
            ReadOwn(entry, value);
        else if (key.Meaning is KeyMeaning.From or KeyMeaning.Until)
            ReadMoment(entry, value, key);
        else if (KeepsBack(key.Meaning, value))
            Withhold(entry, value, key.Write);
    }

    private void ReadOwn(YamlEntry entry, YamlScalar value)
    {
        if (entry.Key is not "published")
            return;
        if (value.IsNull)
            Withhold(entry, "'published' has no value, so the post is kept back. Write 'published: true' or 'published: false'.");
        else if (IsDateOfPublication(value, zone))
            ReadMoment(entry, value, new ForeignKey(KeyMeaning.From, "date: {0}"));
    }

    private void ReadMoment(YamlEntry entry, YamlScalar value, ForeignKey key)
    {
        if (FrontMatterDate.Parse(value.Text, zone) is { } moment)
        {
            var timed = new TimedKey(entry.Key, entry.Position, moment, string.Format(CultureInfo.InvariantCulture, key.Write,
                value.Text.Trim()));
            if (key.Meaning is KeyMeaning.Until)
                Until = timed;
            else
                From = timed;
        }
        else if (key.Meaning is KeyMeaning.From && !value.IsNull && KeyReader.BooleanOf(value) is not false)
        {
            Withhold(entry, value, string.Format(CultureInfo.InvariantCulture, key.Write, "2025-03-24"));
        }
    }

    private static bool KeepsBack(KeyMeaning meaning, YamlScalar value) => meaning switch
    {
        KeyMeaning.WhenTrue => KeyReader.BooleanOf(value) is true,
        KeyMeaning.WhenFalse => KeyReader.BooleanOf(value) is false,
        KeyMeaning.ByWord => ForeignKeys.KeepsBack(value.Text),
        _ => !value.IsNull && value.Text.Trim() is not "" && KeyReader.BooleanOf(value) is not false,
    };

    private void Withhold(YamlEntry entry, YamlScalar value, string write)
    {
        // A password is nobody's business who reads a log.
        var written = ForeignKeys.Find(entry.Key)!.Meaning is KeyMeaning.WhenWritten ? entry.Key : $"{entry.Key}: {value.Text}";
        Withhold(entry, $"'{written}' is not how Press has it, but the post is kept back. Write '{write}'.");
    }

    private void Withhold(YamlEntry entry, string message)
    {
        IsWithheld = true;
        Told.Add(entry.Key);
        diagnostics.Add(DiagnosticRules.KeptBack, entry.Position, message);
    }
}

/// <summary>A key of another tool that keeps a post back for a time.</summary>
/// <param name="Key">As it is written.</param>
/// <param name="Position">Where.</param>
/// <param name="Moment">What it names.</param>
/// <param name="Write">What to write here instead.</param>
public sealed record TimedKey(string Key, TextPosition Position, DateTimeOffset Moment, string Write);
