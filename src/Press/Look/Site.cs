using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>What pages are made with: the settings, the layouts, and what they bring along.</summary>
/// <param name="Settings">What <c>_config.yml</c> says.</param>
/// <param name="Layouts">The theme's layouts, with the site's own in their place.</param>
/// <param name="Assets">Files that go to the public as they are: the theme's, with the site's own in their place; by name
/// (ordinal).</param>
/// <param name="Diagnostics">What is wrong with the site's files; a setting or layout that is wrong has its default instead.</param>
/// <param name="Version">A hash of all its files: pages made with the same are the same.</param>
public sealed record Site(
    SiteSettings Settings, Layouts Layouts, ImmutableArray<Source> Assets, ImmutableArray<Diagnostic> Diagnostics, string Version)
{
    private static readonly ImmutableHashSet<string> ThemeIds = [.. Theme.LayoutFiles.SelectMany(IdsOf)];

    // Changes with the assets, so that what links to them may be cached for good.
    private readonly string _assetVersion = VersionOf(Assets)[..8];

    /// <summary>Of all files of <see cref="Assets"/>, as links to them have it.</summary>
    internal string AssetVersion => _assetVersion;

    /// <summary>A hash of <c>_config.yml</c>; 0 without one.</summary>
    internal UInt128 SettingsHash { get; init; }

    /// <summary>What the Liquid of posts may use.</summary>
    internal SiteTemplates Templates { get; init; } = SiteTemplates.None;

    /// <summary>The authors that its data describe.</summary>
    internal SiteAuthors Authors { get; init; } = SiteAuthors.None;

    /// <summary>The ids that layouts and includes bring to pages, by which links may lead into them.</summary>
    internal ImmutableHashSet<string> LayoutIds { get; init; } = [];

    /// <summary>Makes a site of its files: those whose kind is <see cref="SourceKind.Site"/>. The order does not matter.</summary>
    public static Site Of(IEnumerable<Source> files)
    {
        var sources = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var diagnostics = new List<Diagnostic>();

        var (settings, settingsHash) = (new SiteSettings(), default(UInt128));
        if (sources.Find(file => file.Name == SiteSettings.FileName) is { } config)
        {
            var found = new DiagnosticBag(config.Name);
            (settings, settingsHash) = (SiteSettingsReader.Read(config, found), HashBuilder.Of(config.Bytes.Span));
            diagnostics.AddRange(found.ToImmutable());
        }

        var layouts = Layouts.Of(sources, settings, diagnostics);
        var data = SiteData.Of(sources, diagnostics);
        var authors = SiteAuthorsReader.Read(sources, settings.IsJekyllSite, diagnostics);
        return new Site(settings, layouts, SiteAssets.Of(sources, settings), [.. diagnostics], VersionOf(sources))
        {
            SettingsHash = settingsHash,
            Templates = SiteTemplates.Of(sources, layouts, data),
            Authors = authors,
            LayoutIds = ThemeIds.Union(
                sources.Where(file => file.Name.StartsWith('_') && file.Name.EndsWith(".html", StringComparison.Ordinal))
                    .SelectMany(IdsOf)),
        };
    }

    private static IEnumerable<string> IdsOf(Source layout) => LinkAttributes.IdsOf(Encoding.UTF8.GetString(layout.Bytes.Span));

    private static string VersionOf(IEnumerable<Source> files) =>
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Name}\n{ContentHash.Of(file.Bytes.Span)}\n"))));

    /// <summary>A link to an asset that changes with the assets.</summary>
    public string LinkToAsset(string path) => $"{Settings.Link(path)}?v={_assetVersion}";
}
