using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>A link from a post to another one by the name of its source, as it stands in a repository or an editor.</summary>
/// <param name="Source">The name of the source, without a leading <c>_posts/</c>.</param>
/// <param name="Fragment">With its <c>#</c>; empty if there is none.</param>
/// <param name="Written">The link as the author wrote it.</param>
/// <param name="Position">Where.</param>
public sealed record SourceLink(string Source, string Fragment, string Written, TextPosition Position);

/// <summary>Where another post will be is known only when all have been read; until then its link bears a number.</summary>
internal static partial class SourceLinks
{
    /// <summary>The URL of a link that is not resolved yet.</summary>
    public static string Placeholder(int number) => string.Create(CultureInfo.InvariantCulture, $"{AllowList.SourceLinkScheme}:{number}");

    /// <summary>Whether a URL has the scheme of such links, however it is written. Only Press writes it.</summary>
    public static bool HasScheme(string url) =>
        new string([.. url.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Take(AllowList.SourceLinkScheme.Length + 1)])
            .Equals(AllowList.SourceLinkScheme + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a URL is that of a link that is not resolved yet.</summary>
    public static bool IsPlaceholder(string url) => PlaceholderUrl().IsMatch(url);

    /// <summary>Puts links in place of the numbers.</summary>
    /// <param name="html">HTML with numbers.</param>
    /// <param name="linkOf">The link of a number; null for one that there is not.</param>
    public static string Resolve(string html, Func<int, string?> linkOf) =>
        html.Contains(AllowList.SourceLinkScheme, StringComparison.Ordinal)
            ? PlaceholderAttribute().Replace(html, match => $"href=\"{linkOf(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)) ?? "#"}\"")
            : html;

    [GeneratedRegex($"^{AllowList.SourceLinkScheme}:[0-9]{{1,6}}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderUrl();

    [GeneratedRegex($"href=\"{AllowList.SourceLinkScheme}:(?<number>[0-9]{{1,6}})\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceholderAttribute();
}
