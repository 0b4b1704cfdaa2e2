using System.Text.RegularExpressions;

namespace Press;

/// <summary>Knows styles that are so plain that every CSS parser reads them alike.</summary>
internal static partial class PlainStyle
{
    /// <summary>
    /// Whether a <c>style</c> attribute has allowed properties only, and values without escapes, comments, quotes and functions.
    /// </summary>
    public static bool Is(string style) =>
        style.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(declaration =>
                Declaration().Match(declaration) is { Success: true } match
                && AllowList.HasProperty(match.Groups["property"].Value));

    [GeneratedRegex(@"^(?<property>[a-z-]+)\s*:\s*[A-Za-z0-9#.,%! -]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
