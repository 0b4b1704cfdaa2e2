using System.Collections.Immutable;

namespace Press;

/// <summary>What pages are made with: the settings and the layouts.</summary>
/// <param name="Settings">What <c>_config.yml</c> says.</param>
/// <param name="Layouts">The theme's layouts, with the site's own in their place.</param>
/// <param name="Diagnostics">What is wrong with the site's files; a setting or layout that is wrong has its default instead.</param>
public sealed record Site(SiteSettings Settings, Layouts Layouts, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Makes a site of its files: those whose kind is <see cref="SourceKind.Site"/>. The order does not matter.</summary>
    public static Site Of(IEnumerable<Source> files)
    {
        var sources = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var diagnostics = new List<Diagnostic>();

        var settings = new SiteSettings();
        if (sources.Find(file => file.Name == SiteSettings.FileName) is { } config)
        {
            var found = new DiagnosticBag(config.Name);
            settings = SiteSettingsReader.Read(config, found);
            diagnostics.AddRange(found.ToImmutable());
        }

        var layouts = Layouts.Of(sources, diagnostics);
        return new Site(settings, layouts, [.. diagnostics]);
    }
}
