namespace Press;

/// <summary>The hashes of what many files of a site are made of.</summary>
internal sealed class CommonHashes
{
    private readonly Site _site;
    private readonly Dictionary<string, UInt128> _layouts = new(StringComparer.Ordinal);

    public CommonHashes(Site site, bool trustsHtml)
    {
        _site = site;
        Engine = EngineVersion.HashOf(trustsHtml);
        Settings = Of(Engine, site.SettingsHash);
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
            _layouts[layout] = hash = Of(Settings, _site.Layouts.HashOf(layout), HashBuilder.Of(_site.AssetVersion));
        return hash;
    }

    /// <summary>What the body of a post is made of besides the settings: its source, and what its Liquid may use.</summary>
    public UInt128 BodyOf(PostSummary post) => post.HasLiquid ? Of(post.Content, _site.Templates.Hash) : post.Content;

    private static UInt128 Of(params ReadOnlySpan<UInt128> parts)
    {
        var hash = new HashBuilder();
        foreach (var part in parts)
            hash.Add(part);
        return hash.ToHash();
    }
}
