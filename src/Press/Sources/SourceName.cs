using System.Text.RegularExpressions;

namespace Press;

/// <summary>What the name of a source says.</summary>
public static partial class SourceName
{
    private const string PostsFolder = "_posts/";

    /// <summary>The kind of the source, the settings' <c>exclude</c> apart.</summary>
    public static SourceKind KindOf(string name)
    {
        if (name == SiteSettings.FileName || name.StartsWith(Layouts.Folder, StringComparison.Ordinal) || name.StartsWith(Layouts.IncludesFolder, StringComparison.Ordinal) || IsThemeFile(name))
            return SourceKind.Site;

        var path = WithoutPostsFolder(name);
        var segments = path.Split('/');
        if (segments.Any(segment => segment.StartsWith('.')) || segments.SkipLast(1).Any(folder => folder.StartsWith('_')))
            return SourceKind.Ignored;

        return Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" ? SourceKind.Post : SourceKind.Asset;
    }

    /// <summary>The name less a leading <c>_posts/</c>, which is as good as none: what a Jekyll folder and a container have in common.</summary>
    public static string WithoutPostsFolder(string name) =>
        name.StartsWith(PostsFolder, StringComparison.Ordinal) ? name[PostsFolder.Length..] : name;

    /// <summary>
    /// Style sheets, scripts and fonts below <c>assets/</c> belong to the look of the site, and so does what stands in the place of one of
    /// the theme's own files; other pictures there may be an author's.
    /// </summary>
    private static bool IsThemeFile(string name) =>
        name.StartsWith(Theme.AssetsFolder, StringComparison.Ordinal) && !name.Contains("/.", StringComparison.Ordinal)
        && (Theme.Has(name) || (MediaTypes.OfMedia(name) is null && MediaTypes.IsKnown(name)));

    /// <summary>The date and the rest of <c>2025-03-24-nvidia-gtc-2025.md</c>, as Jekyll reads it. The date is null if there is none that exists.</summary>
    internal static (DateOnly? Date, string Stem) DateAndStem(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var match = DatedName().Match(stem);
        return match.Success && DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-M-d", out var date)
            ? (date, match.Groups["stem"].Value)
            : (null, stem);
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d{1,2}-\d{1,2})-(?<stem>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DatedName();
}
