using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>One state of the site in preview.</summary>
/// <param name="Site">What is to be public.</param>
/// <param name="Diagnostics">What is wrong, as far as is known without making every page.</param>
internal sealed record PreviewState(SiteState Site, ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly ImmutableHashSet<string> _pages = [.. Site.FileNames.Select(Site.SourceOf).OfType<string>()];
    private Catalog? _catalog;

    /// <summary>A hash of all files, diagnostics and withheld posts: two states that look the same have the same.</summary>
    public string Version { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Site.Hash():x}-{ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', Diagnostics) + string.Join('\n', Site.Withheld)))}");

    /// <summary>The path of the home page, which lies below the site's base URL.</summary>
    public string HomePath => Site.Site.Settings.BaseUrl + "/";

    /// <summary>The posts with the address of this machine in the place of the site's, for a front end in development.</summary>
    /// <param name="address">Scheme, host and port.</param>
    public Catalog CatalogAt(string address) => LazyInitializer.EnsureInitialized(ref _catalog, () => Site.CatalogOf(
        Site.Catalog.Entries.Select(entry => entry with
        {
            Url = ToLocal(entry.Url, address)!,
            Image = ToLocal(entry.Image, address),
            Thumbnail = ToLocal(entry.Thumbnail, address),
        })));

    /// <summary>Whether a source has a public file of its own, on which what is wrong with it can be said.</summary>
    public bool HasPage(string sourceName) => _pages.Contains(sourceName);

    /// <summary>The post that is not public, and whose page would be this file; null for none.</summary>
    public WithheldPost? FindWithheld(string fileName) =>
        Site.Withheld.FirstOrDefault(post => FileOf(post.Path) == fileName);

    /// <summary>Why the post of a page is not public; null if it is.</summary>
    public WithheldPost? WithheldOf(string? sourceName) => Site.Withheld.FirstOrDefault(post => post.SourceName == sourceName);

    /// <summary><c>10 posts, 2 drafts, 1 post to come, 1 error</c></summary>
    public string Summary()
    {
        var posts = Quantity.Of(Site.Catalog.Entries.Length, "post");
        var drafts = Site.Withheld.Count(post => post.Why == WithheldReason.Draft);
        var toCome = Site.Withheld.Count(post => post.Why == WithheldReason.ToCome);
        var parts = new[]
        {
            posts,
            drafts == 0 ? "" : Quantity.Of(drafts, "draft"),
            toCome == 0 ? "" : Quantity.Of(toCome, "post to come", "posts to come"),
            DiagnosticPrinter.Count(Diagnostics),
        };
        return string.Join(", ", parts.Where(part => part is not ""));
    }

    private string? ToLocal(string? url, string address) =>
        Site.Site.Settings.WithoutHost(url) is ['/', not '/', ..] or "/" ? address + Site.Site.Settings.WithoutHost(url) : url;

    private static string FileOf(string path) => path.EndsWith('/') ? path[1..] + "index.html" : path[1..];
}
