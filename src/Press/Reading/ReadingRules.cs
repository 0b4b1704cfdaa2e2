namespace Press;

/// <summary>
/// What sources are read with: with other settings, or by another version of Press, the same source may be something else.
/// </summary>
internal sealed class ReadingRules
{
    private readonly Site _site;

    public ReadingRules(Site site, bool trustsHtml, ImageDepth depth)
    {
        var settings = site.Settings;
        _site = site;
        Templates = site.Templates;
        (Settings, TrustsHtml, Depth) = (settings, trustsHtml, depth);
        Copy = new PublicCopy(settings.KeepImageMetadata, trustsHtml);
        Posts = HashOf(trustsHtml, site.SettingsHash, "");
        PostsWithLiquid = HashOf(trustsHtml, site.SettingsHash, $"liquid {site.Templates.Hash}");
        // Media are what they are, whatever the settings say; but for how far pictures are looked into.
        Assets = HashOf(trustsHtml, 0, $"{Copy.Rules} {depth} {ImageReader.Version}");
    }

    public SiteSettings Settings { get; }

    public bool TrustsHtml { get; }

    /// <summary>How far pictures are looked into.</summary>
    public ImageDepth Depth { get; }

    /// <summary>What goes to the public of an author's file.</summary>
    public PublicCopy Copy { get; }

    /// <summary>A hash of all that posts are read with.</summary>
    public UInt128 Posts { get; }

    /// <summary>The same for posts whose Liquid is rendered: includes and data as well.</summary>
    public UInt128 PostsWithLiquid { get; }

    /// <summary>What the Liquid of posts may use.</summary>
    public SiteTemplates Templates { get; }

    /// <summary>A hash of all that other files are read with.</summary>
    public UInt128 Assets { get; }

    /// <summary>Whether what was read of a source still holds.</summary>
    public bool IsCurrent(SourceFacts facts, SourceItem item) =>
        facts.ETag == item.ETag && item.Fault is null && (facts.ReadWith == With(item.Name)
        || (facts.ReadWith == PostsWithLiquid && With(item.Name) == Posts));

    /// <summary>The hash for a source of this name.</summary>
    public UInt128 With(string name) => SourceName.KindWithDrafts(name) is SourceKind.Post or SourceKind.Html ? Posts : Assets;

    /// <summary>A hash of all that a post is read with.</summary>
    public UInt128 ReadingOf(bool hasLiquid) => hasLiquid ? PostsWithLiquid : Posts;

    /// <summary>A hash of all that the words of a post are made of.</summary>
    public UInt128 WordsOf(Post post) => CommonHashes.WordsOf(_site, TrustsHtml, post);

    private static UInt128 HashOf(bool trustsHtml, UInt128 settings, string rules)
    {
        var hash = new HashBuilder();
        hash.Add(EngineVersion.HashOf(trustsHtml));
        hash.Add(settings);
        hash.Add(rules);
        return hash.ToHash();
    }
}
