using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>What the name of a source says.</summary>
public static partial class SourceName
{
    /// <summary>The file that holds the settings.</summary>
    internal const string SettingsFile = "_config.yml";

    /// <summary>Where layouts stand.</summary>
    internal const string LayoutsFolder = "_layouts/";

    /// <summary>Where the pieces stand that layouts include.</summary>
    internal const string IncludesFolder = "_includes/";

    /// <summary>Where data for templates stand.</summary>
    internal const string DataFolder = "_data/";

    /// <summary>Where style sheets stand, and what they need.</summary>
    internal const string AssetsFolder = "assets/";

    internal const string PostsFolder = "_posts/";
    private const string DraftsFolder = "_drafts/";

    /// <summary>The kind of the source, the settings' <c>exclude</c> apart.</summary>
    public static SourceKind KindOf(string name)
    {
        if (name == SettingsFile || name.StartsWith(LayoutsFolder, StringComparison.Ordinal)
            || name.StartsWith(IncludesFolder, StringComparison.Ordinal)
            || IsData(name) || IsThemeFile(name))
            return SourceKind.Site;

        var path = WithoutPostsFolder(name);
        var segments = (IsInPagesFolder(path) ? path[1..] : path).Split('/');
        // Jekyll passes over the same names; the last are what editors leave behind.
        if (segments.Any(segment => segment is ['.' or '_' or '#' or '~', ..] or [.., '~']))
            return SourceKind.Ignored;

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".md" or ".markdown" or ".mkdown" or ".mkdn" or ".mkd" => SourceKind.Post,
            ".html" or ".htm" => SourceKind.Html,
            _ => SourceKind.Asset,
        };
    }

    /// <summary>As <see cref="KindOf"/>, but for drafts in Jekyll's folder for them, which an author's own machine may show.</summary>
    public static SourceKind KindWithDrafts(string name) => KindOf(IsInDraftsFolder(name) ? name[DraftsFolder.Length..] : name);

    /// <summary>Whether the file lies in Jekyll's folder of drafts.</summary>
    internal static bool IsInDraftsFolder(string name) => name.StartsWith(DraftsFolder, StringComparison.Ordinal);

    /// <summary>
    /// The name less its folder <c>_posts/</c>, which is as good as none: what a Jekyll folder and a container have in common.
    /// </summary>
    public static string WithoutPostsFolder(string name) =>
        PostsFolderAt(name) is var place and >= 0 ? name.Remove(place, PostsFolder.Length) : name;

    /// <summary>The folders above a folder of posts, the outermost first; none for a source that lies in no such folder.</summary>
    /// <seealso href="https://jekyllrb.com/docs/posts/#categories"/>
    internal static string[] FoldersAbovePosts(string name) =>
        PostsFolderAt(name) is var place and > 0 ? name[..place].Split('/', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The folders of pages that a site of Jekyll may take in by <c>include</c>, though an underscore hides them.</summary>
    internal static bool IsInPagesFolder(string name) =>
        name.StartsWith("_pages/", StringComparison.Ordinal) || name.StartsWith("_page/", StringComparison.Ordinal);

    /// <summary>Whether a file is data for templates.</summary>
    internal static bool IsData(string name) => name.StartsWith(DataFolder, StringComparison.Ordinal)
        && Path.GetExtension(name).ToLowerInvariant() is ".yml" or ".yaml" or ".json" or ".csv" or ".tsv";

    private static int PostsFolderAt(string name) =>
        name.StartsWith(PostsFolder, StringComparison.Ordinal) ? 0
        : name.IndexOf("/" + PostsFolder, StringComparison.Ordinal) is var slash and >= 0 ? slash + 1 : -1;

    /// <summary>
    /// Style sheets, scripts and fonts below <c>assets/</c> belong to the look of the site, and so does what stands in the place of one of
    /// the theme's own files; other pictures there may be an author's.
    /// </summary>
    private static bool IsThemeFile(string name) =>
        name.StartsWith(AssetsFolder, StringComparison.Ordinal) && !name.Contains("/.", StringComparison.Ordinal)
        && (Theme.Has(name) || (MediaTypes.OfMedia(name) is null && MediaTypes.IsKnown(name)));

    /// <summary>
    /// The date and the rest of <c>2025-03-24-nvidia-gtc-2025.md</c>, as Jekyll reads it. The date is null if there is none that exists.
    /// </summary>
    internal static (DateOnly? Date, string Stem) DateAndStem(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var match = DatedName().Match(stem);
        return match.Success
            && DateOnly.TryParseExact(
                match.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, match.Groups["stem"] is { Success: true, Value: var rest } ? rest : stem)
            : (null, stem);
    }

    /// <summary>What stands for a date in a file's name and is none (<c>2025-02-30</c>); null if there is a date, or nothing
    /// like it.</summary>
    internal static string? BadDate(string name) =>
        DatedName().Match(Path.GetFileNameWithoutExtension(name)) is { Success: true } match
            && DateAndStem(name).Date is null ? match.Groups["date"].Value : null;

    /// <summary>Whether the file lies in a folder of posts, at any depth.</summary>
    internal static bool IsInPostsFolder(string name) => PostsFolderAt(name) >= 0;

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(-(?<stem>.+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DatedName();
}
