using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// The public files that are the site's own, and so no author's: what Press makes of the whole site, and what a designer put there.
/// </summary>
internal sealed partial class ReservedFiles
{
    // Each is read by some host as a setting of the site, at its root, or says who may speak for the domain.
    private static readonly HashSet<string> HostFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "CNAME", "_headers", "_redirects", "_routes.json", "_worker.js", "ads.txt", "app-ads.txt", "apple-app-site-association",
        "clientaccesspolicy.xml", "crossdomain.xml", "firebase.json", "netlify.toml", "routes.json", "sellers.json",
        "staticwebapp.config.json", "vercel.json",
    };

    // IIS and Azure App Service read one in every folder.
    private const string WebConfig = "web.config";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private readonly HashSet<string> _listings;

    private ReservedFiles(IEnumerable<(string File, string What)> files, IEnumerable<string> listings)
    {
        _listings = [.. listings];
        foreach (var (file, what) in files)
            _files.TryAdd(file, what);
    }

    /// <summary>The names of all of them, but for parts of files that grow with the site.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>What is reserved on a site with these posts, those among them that lose their URL included.</summary>
    /// <remarks>A post that is published under <c>/feed.xml</c> would lose its URL when the site gets a <c>url</c>: such names are reserved
    /// before.</remarks>
    public static ReservedFiles Of(Site site, Catalog catalog) => new(
        [
            .. site.Assets.Select(asset => (asset.Name, "a file of the site's look, which all pages load")),
            .. CommonNames.Of(site, catalog),
            .. CommonNames.WithUrl,
        ],
        CommonNames.ListingsOf(site, catalog).Select(listing => listing.File).Except(site.Assets.Select(asset => asset.Name)));

    /// <summary>These and others.</summary>
    public ReservedFiles Union(ReservedFiles others) => new([.. Pairs, .. others.Pairs], _listings.Union(others._listings));

    /// <summary>Whether a listing stands at a file: the home page, an archive, the page for addresses that do not exist.</summary>
    public bool IsListing(string file) => _listings.Contains(file);

    /// <summary>What stands at a file, for its author; null if it may be an author's.</summary>
    public string? Find(string file) =>
        _files.TryGetValue(file, out var what) ? what
        : SitemapPart().IsMatch(file) ? "a part of the site's sitemap, which Press makes"
        : SearchPartName().IsMatch(file) ? "a part of the index of the site's search, which Press makes"
        : IndexPart().IsMatch(file) ? "a part of the site's index of posts, which Press makes"
        : file == ShareCard.Folder || file.StartsWith(ShareCard.Folder + "/", StringComparison.Ordinal)
            ? "where Press puts the pictures with which posts are shared"
        : null;

    /// <summary>
    /// Whether web servers and hosts read a file as a setting, or as the word of whoever owns the domain: <c>/.well-known/</c> and every
    /// other name that begins with a dot, <c>web.config</c>, <c>CNAME</c> and the like.
    /// </summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc8615"/>
    public static bool IsOfHost(string file) =>
        HostFiles.Contains(file)
        || file.Split('/').Any(part => part.StartsWith('.'))
        || file.Split('/')[^1].Equals(WebConfig, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(string File, string What)> Pairs => _files.Select(file => (file.Key, file.Value));

    [GeneratedRegex(@"^sitemap-(pages-)?[0-9]+\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex SitemapPart();

    [GeneratedRegex(@"^index-[0-9]+\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex IndexPart();

    [GeneratedRegex(@"^search-(pages-)?[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*-[0-9]+\.txt$", RegexOptions.CultureInvariant)]
    private static partial Regex SearchPartName();
}
