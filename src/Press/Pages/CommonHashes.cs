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
    /// <param name="languageLinks">A hash of where the links of the site's own layouts lead in each language; made when one has
    /// such.</param>
    /// <param name="allPosts">A hash of what is known of all listed posts, for layouts that show them; made when one does.</param>
    public CommonHashes(Site site, SiteMenu menu, bool trustsHtml, Lazy<UInt128> languageLinks, Lazy<UInt128> allPosts)
    {
        (_site, _menu, _languageLinks, _allPosts) = (site, menu.Hash, languageLinks, allPosts);
        Engine = EngineVersion.HashOf(trustsHtml);
        Settings = SettingsOf(site, trustsHtml);
    }

    /// <summary>The program, and what it trusts.</summary>
    public UInt128 Engine { get; }

    /// <summary><see cref="Engine"/> and the site's settings.</summary>
    public UInt128 Settings { get; }

    /// <summary>What is known of all listed posts.</summary>
    public UInt128 AllPosts => _allPosts.Value;

    /// <summary>
    /// All that a page is made of besides what it shows: <see cref="Settings"/>, a layout, and the files to which it links.
    /// </summary>
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
    public UInt128 BodyOf(PostSummary post) => BodyOf(_site, post.Content, post.HasLiquid);

    /// <summary>What the words of a post's body are made of.</summary>
    public UInt128 WordsOf(PostSummary post) => HashBuilder.OfAll(Settings, BodyOf(post));

    /// <summary>The same for a post that is read before the site is planned.</summary>
    /// <param name="site">With which it is read.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
    /// <param name="post">The post.</param>
    public static UInt128 WordsOf(Site site, bool trustsHtml, Post post) =>
        HashBuilder.OfAll(SettingsOf(site, trustsHtml), BodyOf(site, post.ContentHash, post.HasLiquid));

    private static UInt128 SettingsOf(Site site, bool trustsHtml) => HashBuilder.OfAll(EngineVersion.HashOf(trustsHtml), site.SettingsHash);

    private static UInt128 BodyOf(Site site, UInt128 content, bool hasLiquid) =>
        hasLiquid ? HashBuilder.OfAll(content, site.Templates.Hash) : content;
}
