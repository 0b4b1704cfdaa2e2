using System.Globalization;

namespace Press;

/// <summary>Values of front matter that YAML has as moments: Jekyll prints them in its own way.</summary>
/// <seealso href="https://yaml.org/type/timestamp.html"/>
internal static class YamlMoment
{
    private static readonly string[] Formats =
    [
        "yyyy-M-d H:mm:ss zzz", "yyyy-M-d H:mm:sszzz", "yyyy-M-d'T'H:mm:sszzz", "yyyy-M-d H:mm:ss", "yyyy-M-d'T'H:mm:ss",
        "yyyy-M-d'T'H:mm:ss'Z'",
        "yyyy-M-d H:mm:ss 'Z'",
    ];

    /// <summary>A text that is a moment, as that; every other value as it is.</summary>
    public static object? Of(object? value) =>
        value is string text
        && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : value;
}
