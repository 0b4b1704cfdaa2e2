using System.Collections.Immutable;

namespace Press;

/// <summary>What <c>_config.yml</c> says of the site as a whole. A key that was not written has the value that stands here.</summary>
public sealed record SiteSettings
{
    /// <summary>The file that holds the settings.</summary>
    public const string FileName = SourceName.SettingsFile;

    private NamePatterns? _excluded;
    private NamePatterns? _included;

    /// <summary>The site's title by language.</summary>
    public LocalText Titles { get; init; } = LocalText.Of("A blog");

    /// <summary>What the site is about, by language.</summary>
    public LocalText Descriptions { get; init; } = LocalText.Of("");

    /// <summary>The title in the site's own language.</summary>
    public string Title => TitleIn(Language);

    /// <summary>What the site is about, in its own language; empty if it does not say.</summary>
    public string Description => DescriptionIn(Language);

    /// <summary>The entries of the header in the place of pages and archive; null for those.</summary>
    public ImmutableArray<MenuEntry>? Menu { get; init; }

    /// <summary>Where the site's people are found elsewhere, for its foot.</summary>
    internal ImmutableArray<SocialLink> Social { get; init; } = [];

    /// <summary>Hosts of others from which pages may load something.</summary>
    public ContentSources Sources { get; init; } = ContentSources.None;

    /// <summary>The script that shows comments below posts; null for none.</summary>
    public EmbeddedScript? Comments { get; init; }

    /// <summary>The script that counts readers; null for none.</summary>
    public EmbeddedScript? Analytics { get; init; }

    /// <summary>
    /// Scheme and host of the public site without a slash at the end; empty if unknown, and then links stay relative to the host.
    /// </summary>
    public string Url { get; init; } = "";

    /// <summary>The path under which the site lives, with a slash before and none behind: <c>/blog</c>; empty for the root.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>The default language, whose pages have no prefix.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the settings name the language.</summary>
    internal bool SaysLanguage { get; init; }

    /// <summary>A key of front matter that means what <c>page_id</c> does, as <c>ref</c> is for other tools; null for none.</summary>
    internal string? TranslationKey { get; init; }

    /// <summary>The languages of the site in the order in which a reader is offered them; empty for those that the posts have.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The zone of dates that name no offset.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Jekyll's placeholders, or the name of one of its styles.</summary>
    public string Permalink { get; init; } = "/:slug.html";

    public string? Author { get; init; }

    /// <summary>How many posts a page of a listing shows, at least; the first page shows up to twice as many, less one.</summary>
    public int Paginate { get; init; } = 10;

    /// <summary>The HTML comment that ends the excerpt.</summary>
    public string ExcerptSeparator { get; init; } = "<!--more-->";

    /// <summary>The script that shows TeX, by URL or path (MathJax, say); null for none. Only pages with mathematics load it.</summary>
    public string? MathRenderer { get; init; }

    /// <summary>
    /// Whether the site was made for Jekyll, so that Jekyll's defaults hold where Press's own differ; see <see cref="JekyllKeys"/>.
    /// </summary>
    public bool IsJekyllSite { get; init; }

    /// <summary>Keys that sources have which do not say otherwise: <c>defaults</c>.</summary>
    internal FrontMatterDefaults Defaults { get; init; } = FrontMatterDefaults.None;

    /// <summary>Whether a language has a folder: in a Jekyll site only if it uses the plug-in polyglot.</summary>
    internal bool PrefixesPosts => !IsJekyllSite || (!Languages.IsEmpty && JekyllPlugins.IsPolyglot(this));

    /// <summary>Whether straight quotes, hyphens and dots of prose become curly quotes, dashes and ellipses.</summary>
    public bool SmartQuotes { get; init; }

    /// <summary>The levels of headings that an author's table of contents lists.</summary>
    internal ImmutableArray<int> TocLevels { get; init; } = JekyllKeys.AllLevels;

    /// <summary>Whether links to a folder name its <c>index.html</c>: a plain blob container finds a file by its whole name only.</summary>
    public bool LinkIndexFiles { get; init; }

    /// <summary>Colours, font and width of the theme.</summary>
    public ThemeStyle Look { get; init; } = ThemeStyle.Default;

    /// <summary>Whether posts dated in the future are published.</summary>
    public bool Future { get; init; }

    /// <summary>Whether drafts are shown. No site says so in its settings: an author's machine does, for a preview.</summary>
    public bool ShowsDrafts { get; init; }

    /// <summary>Whether pictures get smaller versions beside them, from which a browser takes the one that it needs.</summary>
    public bool ResponsiveImages { get; init; } = true;

    /// <summary>Whether a post without a picture is shared with one of its title.</summary>
    public bool SharePictures { get; init; }

    /// <summary>Whether pictures keep what they say beside their pixels: where and when they were taken, with what, by whom.</summary>
    public bool KeepImageMetadata { get; init; }

    /// <summary>The sources of the pages in the menu, in order; null for all that lie in no folder.</summary>
    public ImmutableArray<string>? HeaderPages { get; init; }

    /// <summary>Names and folders that are not part of the site.</summary>
    public ImmutableArray<string> Exclude
    {
        get;
        init => (field, _excluded) = (value, null);
    } = [];

    /// <summary>Names and folders that are part of the site although they would not be.</summary>
    public ImmutableArray<string> Include
    {
        get;
        init => (field, _included) = (value, null);
    } = [];

    /// <summary>Every key as it was written, the unknown ones too: layouts see them as <c>site.key</c>.</summary>
    public YamlMapping Keys { get; init; } = YamlMapping.Empty;

    /// <summary>The ETag of the file that they were read from; empty if there is none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>
    /// Whether a link can have scheme and host, as feeds and sitemaps want it: whether the settings name the site's <see cref="Url"/>.
    /// </summary>
    public bool HasAbsoluteLinks => Url is not "";

    /// <summary>The site's title for readers of a language.</summary>
    public string TitleIn(string language) => Titles.In(language, Language);

    /// <summary>What the site is about, for readers of a language.</summary>
    public string DescriptionIn(string language) => Descriptions.In(language, Language);

    /// <summary>Whether the settings keep this source out of the site.</summary>
    public bool Excludes(string name) =>
        !(_included ??= new NamePatterns(Include)).Match(name)
        && (SourceName.IsInPagesFolder(name)
            || UsualFolders.Excluded.Match(name)
            || (_excluded ??= new NamePatterns(Exclude, matchesBeginnings: IsJekyllSite)).Match(name));

    /// <summary>Things in the order in which the settings name their languages; those of other languages follow as they come.</summary>
    public ImmutableArray<T> InOrder<T>(IEnumerable<T> things, Func<T, string> languageOf) =>
        [.. things.OrderBy(thing => Languages.IndexOf(languageOf(thing)) is var place and >= 0 ? place : Languages.Length)];

    /// <inheritdoc cref="InOrder{T}"/>
    public ImmutableArray<string> InOrder(IEnumerable<string> languages) => InOrder(languages, language => language);

    /// <summary>
    /// Of versions in several languages, in their order, that for readers of all others: the one in the default language, else the first.
    /// </summary>
    public T ForOthers<T>(ImmutableArray<T> versions, Func<T, string> languageOf) =>
        versions.FirstOrDefault(version => languageOf(version) == Language, versions[0]);

    /// <summary>The prefix of a language's paths: empty for the default language, <c>/ko</c> for others.</summary>
    public string PrefixOf(string language) =>
        language == Language ? "" : "/" + (IsJekyllSite && Languages.Contains(language) ? language : language.ToLowerInvariant());

    /// <summary>A path of the site as a link: below the base URL and percent-encoded as RFC 3986 wants it.</summary>
    public string Link(string path) => BaseUrl + UrlPath.Encode(LinkIndexFiles && path.EndsWith('/') ? path + "index.html" : path);

    /// <summary>
    /// What a designer or author wrote as an address: a path of the site as <see cref="Link"/> has it, any other as it is.
    /// </summary>
    internal string? LinkOf(string? address) =>
        address is not null && address.StartsWith('/') ? Link(UrlPath.Decode(address)) : address;

    /// <summary>A path of the site with scheme and host, if <see cref="HasAbsoluteLinks"/>; else as <see cref="Link"/> has it.</summary>
    public string AbsoluteLink(string path) => Url + Link(path);

    /// <summary>A link of this site without scheme and host, so that a page works wherever it is served; any other URL as it is.</summary>
    public string? WithoutHost(string? url) =>
        Url is not "" && url is not null && url.StartsWith(Url + "/", StringComparison.Ordinal) ? url[Url.Length..] : url;

    /// <summary>The public file to which a link leads; null if it leads to another site, or nowhere.</summary>
    public string? FileOf(string? link)
    {
        if (WithoutHost(link) is not { } local
            || !local.StartsWith(BaseUrl + "/", StringComparison.Ordinal)
            || local.StartsWith("//", StringComparison.Ordinal))
            return null;
        var path = local[BaseUrl.Length..].Split('?', '#')[0];
        return UrlPath.ToFile(UrlPath.Decode(path));
    }

    /// <summary>An image as front matter names it, by an absolute URL or a path of the site, as a link; null stays null.</summary>
    public string? ResolveImage(string? image) =>
        image is null || (Uri.TryCreate(image, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http" })
            ? image
            : AbsoluteLink(UrlPath.Decode("/" + image.TrimStart('/')));
}
