namespace Press;

/// <summary>The hashes of what many files of a site are made of.</summary>
internal sealed class CommonHashes
{
    private readonly Site _site;
    private readonly Lazy<UInt128> _allPosts;
    private readonly Lazy<UInt128> _languageLinks;
    private readonly Dictionary<string, UInt128> _layouts = new(StringComparer.Ordinal);

    private readonly UInt128 _menu;

    /// <summary>The hashes of a site.</summary>
    /// <param name="site">What pages are made with.</param>
    /// <param name="menu">The pages to which every page leads.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
    /// <param name="languageLinks">A hash of where the links of the site's own layouts lead in each language; made when one has such.</param>
    /// <param name="allPosts">A hash of what is known of all listed posts, for layouts that show them; made when one does.</param>
    public CommonHashes(Site site, SiteMenu menu, bool trustsHtml, Lazy<UInt128> languageLinks, Lazy<UInt128> allPosts)
    {
        (_site, _menu, _languageLinks, _allPosts) = (site, menu.Hash, languageLinks, allPosts);
        Engine = EngineVersion.HashOf(trustsHtml);
        Settings = HashBuilder.OfAll(Engine, site.SettingsHash);
    }

    /// <summary>The program, and what it trusts.</summary>
    public UInt128 Engine { get; }

    /// <summary><see cref="Engine"/> and the site's settings.</summary>
    public UInt128 Settings { get; }

    /// <summary>What is known of all listed posts.</summary>
    public UInt128 AllPosts => _allPosts.Value;

    /// <summary>All that a page is made of besides what it shows: <see cref="Settings"/>, a layout, and the files to which it links.</summary>
    /// <param name="layout">A layout that there is.</param>
    public UInt128 PageWith(string layout)
    {
        if (!_layouts.TryGetValue(layout, out var hash))
        {
            _layouts[layout] = hash = HashBuilder.OfAll(
                Settings,
                _site.Layouts.HashOf(layout),
                HashBuilder.Of(_site.AssetVersion),
                _site.Layouts.Mentions(layout, "menu") ? _menu : 0,
                _site.Layouts.Mentions(layout, "data") ? _site.Templates.Hash : 0,
                _site.Layouts.IsOwn(layout) ? _languageLinks.Value : 0,
                _site.Layouts.UsesAllPosts(layout) ? AllPosts : 0);
        }

        return hash;
    }

    /// <summary>What the body of a post is made of besides the settings: its source, and what its Liquid may use.</summary>
    public UInt128 BodyOf(PostSummary post) => post.HasLiquid ? HashBuilder.OfAll(post.Content, _site.Templates.Hash) : post.Content;
}
