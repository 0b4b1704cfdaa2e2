using System.Collections.Immutable;
using Fluid;

namespace Press;

/// <summary>The layouts and includes: those of the theme, and a site's own in the place of those that have the same name.</summary>
internal sealed class LayoutFiles
{
    // The same for every site, so it is parsed once.
    private static readonly LayoutFiles OfTheme = ParseTheme();

    private readonly bool _isJekyllSite;

    private LayoutFiles(bool isJekyllSite) => _isJekyllSite = isJekyllSite;

    /// <summary>By name.</summary>
    public ImmutableDictionary<string, Layout> Layouts { get; private set; } =
        ImmutableDictionary.Create<string, Layout>(StringComparer.Ordinal);

    /// <summary>By path below their folder.</summary>
    public ImmutableDictionary<string, LiquidTemplate> Includes { get; private set; } =
        ImmutableDictionary.Create<string, LiquidTemplate>(StringComparer.Ordinal);

    /// <summary>Those of the theme.</summary>
    /// <param name="isJekyllSite">Whether those of the site are read as Jekyll reads them.</param>
    public static LayoutFiles Create(bool isJekyllSite) => new(isJekyllSite) { Layouts = OfTheme.Layouts, Includes = OfTheme.Includes };

    /// <summary>Puts a site's own in their places, but for those that cannot be used.</summary>
    /// <returns>What is wrong with them.</returns>
    public ImmutableArray<Diagnostic> Replace(IEnumerable<Source> files)
    {
        var (layouts, includes) = (Layouts, Includes);
        var diagnostics = Take([.. files]);
        foreach (var fault in Runaways(layouts, includes))
            diagnostics.Add(fault.ToDiagnostic());
        return [.. diagnostics];
    }

    private static LayoutFiles ParseTheme()
    {
        var theme = new LayoutFiles(isJekyllSite: false);
        theme.Take(Theme.LayoutFiles);
        return theme;
    }

    private List<Diagnostic> Take(IReadOnlyList<Source> files)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var file in files)
        {
            var found = new DiagnosticBag(file.Name);
            if (SourceText.Read(file.Bytes.Span, found) is { } text)
                Take(file.Name, text, found);
            diagnostics.AddRange(found.ToImmutable());
        }

        return diagnostics;
    }

    private void Take(string file, string text, DiagnosticBag found)
    {
        if (file.StartsWith(SourceName.IncludesFolder, StringComparison.Ordinal)
            && Layout.ParseInclude(file, text, _isJekyllSite, found) is { } include)
            Includes = Includes.SetItem(file[SourceName.IncludesFolder.Length..], include);
        else if (file.StartsWith(SourceName.LayoutsFolder, StringComparison.Ordinal)
            && Layout.Parse(file, text, _isJekyllSite, found) is { } layout)
            Layouts = Layouts.SetItem(layout.Name, layout);
    }

    /// <summary>
    /// Renders a page of nothing with each of a site's own. One that runs away with that does so with every page, and is not used at
    /// all: its author sees one fault, and no page waits for it.
    /// </summary>
    private List<LayoutFault> Runaways(
        ImmutableDictionary<string, Layout> themeLayouts,
        ImmutableDictionary<string, LiquidTemplate> themeIncludes)
    {
        var faults = new List<LayoutFault>();
        var options = LiquidTemplate.OptionsWith(Includes);
        foreach (var (name, include) in Includes.OrderBy(include => include.Key, StringComparer.Ordinal))
        {
            if (themeIncludes.GetValueOrDefault(name) == include || FaultOf(include, options) is not { } fault)
                continue;
            faults.Add(LayoutFault.Of(name, fault.Place, fault.Message));
            Includes = themeIncludes.TryGetValue(name, out var own) ? Includes.SetItem(name, own) : Includes.Remove(name);
        }

        options = LiquidTemplate.OptionsWith(Includes);
        foreach (var (name, layout) in Layouts.OrderBy(layout => layout.Key, StringComparer.Ordinal))
        {
            if (themeLayouts.GetValueOrDefault(name) == layout || FaultOf(layout.Template, options) is not { } fault)
                continue;
            faults.Add(LayoutFault.Of(name, fault.Place, fault.Message));
            Layouts = themeLayouts.TryGetValue(name, out var own) ? Layouts.SetItem(name, own) : Layouts.Remove(name);
        }

        return faults;
    }

    private static LiquidFault? FaultOf(LiquidTemplate template, TemplateOptions options)
    {
        template.Render(options, SiteVariables.OfNothing, DateTimeOffset.UnixEpoch, contentLength: 0, out var fault);
        return fault is { IsRunaway: true } ? fault : null;
    }
}
