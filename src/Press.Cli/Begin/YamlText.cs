using System.Text.RegularExpressions;

namespace Press.Cli.Begin;

/// <summary>Writes text as a value of YAML.</summary>
internal static partial class YamlText
{
    /// <summary>The text as it is where that means itself, else in double quotes (YAML 1.2.2, section 7.3.1).</summary>
    public static string Of(string text) =>
        Plain().IsMatch(text) && !Reserved().IsMatch(text)
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Words of letters, digits and a few signs, the first a letter, that are no mark of YAML anywhere.</summary>
    [GeneratedRegex(
        @"^\p{L}[\p{L}\p{M}\p{N}]*([ ._/-]?[\p{L}\p{M}\p{N}!?.]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(
        "^(true|false|yes|no|on|off|null|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();
}
