using System.Collections.Immutable;

namespace Press;

/// <summary>One feed of the site: whose posts it has, and under which names it is published.</summary>
/// <param name="Language">The language whose posts it has; null for the feed of the whole site.</param>
/// <param name="Entries">Its posts in the order of the catalog, at most <see cref="MaxEntries"/>.</param>
internal sealed record SelectedFeed(string? Language, ImmutableArray<PostEntry> Entries)
{
    /// <summary>As many as a reader that looks in now and then should find: the newest ones.</summary>
    public const int MaxEntries = 20;

    /// <summary>The public file of the feed as Atom: <c>feed.xml</c>, <c>feed.ko.xml</c>.</summary>
    public string AtomName => $"feed{Infix}.xml";

    /// <summary>The public file of the feed as RSS.</summary>
    public string RssName => $"rss{Infix}.xml";

    /// <summary>The public file of the feed as JSON Feed.</summary>
    public string JsonName => $"feed{Infix}.json";

    /// <summary>Its title: the site's, with the language if it has the posts of one only and the title does not show it.</summary>
    public string TitleIn(SiteSettings settings) =>
        Language is null ? settings.Title
        : Language != settings.Language && settings.Titles.Has(Language) ? settings.TitleIn(Language)
        : $"{settings.TitleIn(Language)} ({Labels.NameOf(Language)})";

    private string Infix => Language is null ? "" : "." + Language.ToLowerInvariant();
}
