using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Which feeds a site has. It follows from the catalog alone; only the bodies of <see cref="Entries"/> have to be found for it.
/// </summary>
/// <param name="Feeds">The feed of the whole site, then one for each language, by tag (ordinal). Empty for a site that cannot make absolute
/// links.</param>
internal sealed record FeedSelection(ImmutableArray<SelectedFeed> Feeds)
{
    /// <summary>The posts that stand in any feed, each once, by path (ordinal).</summary>
    public ImmutableArray<PostEntry> Entries { get; } =
        [.. Feeds.SelectMany(feed => feed.Entries).DistinctBy(entry => entry.Path).OrderBy(entry => entry.Path, StringComparer.Ordinal)];

    private readonly Dictionary<string, SelectedFeed> _byLanguage =
        Feeds.Where(feed => feed.Language is not null).ToDictionary(feed => feed.Language!, StringComparer.Ordinal);

    private readonly SelectedFeed? _whole = Feeds.FirstOrDefault(feed => feed.Language is null);

    /// <summary>The feeds that a reader of one language may follow, its own before that of the whole site.</summary>
    public ImmutableArray<FeedLink> LinksFor(string language, SiteSettings settings) =>
        [
            .. new[] { _byLanguage.GetValueOrDefault(language), _whole }
                .OfType<SelectedFeed>()
                .Select(feed => new FeedLink(feed.TitleIn(settings), "/" + feed.AtomName)),
        ];

    /// <summary>Selects the newest listed posts: of the site and, if it has more than one language, of each language.</summary>
    public static FeedSelection Of(Catalog catalog, SiteSettings settings)
    {
        if (!settings.HasAbsoluteLinks)
            return new FeedSelection([]);

        var languages = catalog.ListedLanguages;
        return new FeedSelection(
            [FeedOf(null, catalog), .. languages.Length > 1 ? languages.Select(language => FeedOf(language, catalog)) : []]);
    }

    private static SelectedFeed FeedOf(string? language, Catalog catalog) =>
        new(language, [.. catalog.Listed(language).Take(SelectedFeed.MaxEntries)]);
}

/// <summary>Where a feed is, as pages link to it.</summary>
/// <param name="Title">The feed's.</param>
/// <param name="Path">Of its Atom file.</param>
internal sealed record FeedLink(string Title, string Path);
