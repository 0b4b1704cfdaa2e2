using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// The theme's own words in a language of the site, and how that language writes dates. Both come from files of this assembly: what
/// the system knows of a language differs between systems, and the same sources give the same bytes everywhere.
/// </summary>
internal sealed class Labels
{
    private const string Folder = "Words/";
    private const string Fallback = "en";

    private static readonly ConcurrentDictionary<string, Labels> ByLanguage = new(StringComparer.Ordinal);

    private static readonly string[] RightToLeft =
        ["ar", "arc", "ckb", "dv", "fa", "ha-Arab", "he", "ks", "ku-Arab", "ps", "sd", "ug", "ur", "yi"];

    private readonly string _date;
    private readonly string? _firstDay;
    private readonly ImmutableArray<string> _months;

    private Labels(ImmutableDictionary<string, string> words)
    {
        _date = words["date"];
        _firstDay = words.GetValueOrDefault("first_day");
        _months = [.. words.GetValueOrDefault("months", "").Split(' ')];
        Words = words.RemoveRange(["date", "first_day", "months"]);
    }

    /// <summary>The languages that the theme speaks, as <see cref="NameOfWords"/> names them.</summary>
    public static ImmutableArray<string> Languages { get; } =
    [
        .. typeof(Labels).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The words by the names that layouts know them by.</summary>
    public ImmutableDictionary<string, string> Words { get; }

    /// <summary>The words of a language, or the English ones.</summary>
    public static Labels For(string language) => ByLanguage.GetOrAdd(NameOfWords(language), Read);

    /// <summary>The direction of a language's script, as HTML names it.</summary>
    public static string DirectionOf(string language) =>
        RightToLeft.Contains(language.Split('-')[0], StringComparer.Ordinal) || language.Contains("-Arab", StringComparison.Ordinal)
            ? "rtl"
            : "ltr";

    /// <summary>A date as the language writes it.</summary>
    public string Date(DateTimeOffset date) => _date
        .Replace("{y}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", _months.Length == 12 ? _months[date.Month - 1] : "", StringComparison.Ordinal)
        .Replace("{m}", date.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(
            "{d}",
            date.Day == 1 && _firstDay is not null ? _firstDay : date.Day.ToString(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);

    /// <summary>A language's name for itself: 한국어. The tag, if the system does not know it.</summary>
    public static string NameOf(string language)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(language).NativeName;
            return name is "" || name.StartsWith("Unknown", StringComparison.Ordinal) ? language : name;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    /// <summary>The file that has the words of a language. Chinese has two, by its scripts.</summary>
    private static string NameOfWords(string language)
    {
        var parts = language.Split('-');
        var name = parts[0] is "zh" ? IsTraditional(parts) ? "zh-Hant" : "zh-Hans" : parts[0];
        return Languages.Contains(name, StringComparer.Ordinal) ? name : Fallback;
    }

    private static bool IsTraditional(string[] parts) =>
        parts.Contains("Hant", StringComparer.Ordinal)
            || (!parts.Contains("Hans", StringComparer.Ordinal) && parts.Any(part => part is "TW" or "HK" or "MO"));

    private static Labels Read(string name)
    {
        using var stream = typeof(Labels).Assembly.GetManifestResourceStream(Folder + name)!;
        var labels = JsonSerializer.Deserialize(stream, LabelsJson.Default.DictionaryStringString)!;
        return new Labels(labels.ToImmutableDictionary(StringComparer.Ordinal));
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LabelsJson : JsonSerializerContext;
