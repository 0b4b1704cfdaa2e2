namespace Press;

/// <summary>The four containers of a site.</summary>
/// <param name="Posts">What authors upload: Markdown and media.</param>
/// <param name="Site">What designers upload: settings, layouts, style sheets.</param>
/// <param name="Public">What everybody reads. It is the engine's alone: what it did not put there, it takes away.</param>
/// <param name="Press">The engine's own: receipts, catalog, locks.</param>
public sealed record SiteStores(IStore Posts, IStore Site, IStore Public, IStore Press);
