namespace Press;

/// <summary>The hashes of what many files of a site are made of.</summary>
internal sealed class CommonHashes
{
    private readonly Site _site;
    private readonly Dictionary<string, UInt128> _layouts = new(StringComparer.Ordinal);

    private readonly UInt128 _menu;

    public CommonHashes(Site site, SiteMenu menu, bool trustsHtml)
    {
        (_site, _menu) = (site, menu.Hash);
        Engine = EngineVersion.HashOf(trustsHtml);
        Settings = HashBuilder.OfAll(Engine, site.SettingsHash);
    }

    /// <summary>The program, and what it trusts.</summary>
    public UInt128 Engine { get; }

    /// <summary><see cref="Engine"/> and the site's settings.</summary>
    public UInt128 Settings { get; }

    /// <summary>All that a page is made of besides what it shows: <see cref="Settings"/>, a layout, and the files to which it links.</summary>
    /// <param name="layout">A layout that there is.</param>
    public UInt128 PageWith(string layout)
    {
        if (!_layouts.TryGetValue(layout, out var hash))
        {
            var menu = _site.Layouts.Mentions(layout, "menu") ? _menu : 0;
            _layouts[layout] = hash = HashBuilder.OfAll(Settings, _site.Layouts.HashOf(layout), HashBuilder.Of(_site.AssetVersion), menu);
        }

        return hash;
    }
}
