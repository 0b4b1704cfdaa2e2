using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>A YAML value and where it stands in its file.</summary>
public abstract record YamlValue(TextPosition Position)
{
    private protected abstract string Kind { get; }

    /// <summary>The value as a layout sees it: text, number, true or false, null, a list or a mapping.</summary>
    public abstract object? ToPlain();

    /// <summary>What it is, in a message: <c>a list</c>.</summary>
    public string Describe() => Kind;
}

/// <summary>One value: text, a number, a date, true or false, or nothing.</summary>
/// <param name="Text">As it was written, quotes resolved.</param>
/// <param name="IsPlain">Whether it stood without quotes, so that <c>true</c> means a boolean and not a word.</param>
/// <param name="Position">Where it stands.</param>
public sealed record YamlScalar(string Text, bool IsPlain, TextPosition Position) : YamlValue(Position)
{
    /// <summary>Whether nothing was written: <c>key:</c>, <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>True or false, by the words of YAML 1.1 that Jekyll knows; null if it is neither.</summary>
    public bool? AsBoolean() => !IsPlain ? null : Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => null,
    };

    public override object? ToPlain()
    {
        if (!IsPlain)
            return Text;
        if (IsNull)
            return null;
        if (AsBoolean() is { } boolean)
            return boolean;
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(Text, Decimal, CultureInfo.InvariantCulture, out var number) ? number : Text;
    }

    private protected override string Kind => IsNull ? "nothing" : $"'{Text}'";
}

/// <summary>A list.</summary>
public sealed record YamlSequence(ImmutableArray<YamlValue> Items, TextPosition Position) : YamlValue(Position)
{
    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; init; }

    public override object ToPlain() => Items.Select(item => item.ToPlain()).ToList();

    private protected override string Kind => "a list";
}

/// <summary>Keys and their values, in the order of the file; no key stands twice.</summary>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, TextPosition Position) : YamlValue(Position)
{
    /// <summary>No keys at all.</summary>
    public static YamlMapping Empty { get; } = new([], TextPosition.Start);

    public override object ToPlain() => Entries.ToDictionary(entry => entry.Key, entry => entry.Value.ToPlain(), StringComparer.Ordinal);

    private protected override string Kind => "a mapping";
}

/// <summary>A key of a mapping, where it stands, and its value.</summary>
public sealed record YamlEntry(string Key, TextPosition Position, YamlValue Value);
