using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Which feeds a site has. It follows from the catalog alone; only the bodies of <see cref="Entries"/> have to be found for it.
/// </summary>
internal sealed class FeedSelection
{
    private readonly ImmutableArray<FeedLink> _ofWhole;
    private readonly FrozenDictionary<string, ImmutableArray<FeedLink>> _ofLanguages;

    private FeedSelection(ImmutableArray<SelectedFeed> feeds, SiteSettings settings)
    {
        Feeds = feeds;
        Entries =
        [
            .. feeds.SelectMany(feed => feed.Entries)
                .DistinctBy(entry => entry.Path)
                .OrderBy(entry => entry.Path, StringComparer.Ordinal),
        ];
        Sources = Entries.Select(entry => entry.Source).ToFrozenSet(StringComparer.Ordinal);
        _ofWhole = [.. feeds.Where(feed => feed.Language is null).Select(LinkTo)];
        _ofLanguages = feeds.Where(feed => feed.Language is not null)
            .ToFrozenDictionary(feed => feed.Language!, feed => _ofWhole.Insert(0, LinkTo(feed)), StringComparer.Ordinal);

        FeedLink LinkTo(SelectedFeed feed) => new(feed.TitleIn(settings), "/" + feed.AtomName);
    }

    /// <summary>The feed of the whole site, then one for each language, by tag (ordinal). Empty for a site that cannot make absolute
    /// links.</summary>
    public ImmutableArray<SelectedFeed> Feeds { get; }

    /// <summary>The posts that stand in any feed, each once, by path (ordinal).</summary>
    public ImmutableArray<PostEntry> Entries { get; }

    /// <summary>The sources of <see cref="Entries"/>.</summary>
    public FrozenSet<string> Sources { get; }

    /// <summary>The feeds that a reader of one language may follow, its own before that of the whole site.</summary>
    public ImmutableArray<FeedLink> LinksFor(string language) => _ofLanguages.GetValueOrDefault(language, _ofWhole);

    /// <summary>Selects the newest listed posts: of the site and, if it has more than one language, of each language.</summary>
    public static FeedSelection Of(Catalog catalog, SiteSettings settings)
    {
        if (!settings.HasAbsoluteLinks)
            return new FeedSelection([], settings);

        var languages = catalog.ListedLanguages;
        return new FeedSelection(
            [FeedOf(null, catalog), .. languages.Length > 1 ? languages.Select(language => FeedOf(language, catalog)) : []], settings);
    }

    private static SelectedFeed FeedOf(string? language, Catalog catalog) =>
        new(language, [.. catalog.Listed(language).Take(SelectedFeed.MaxEntries)]);
}

/// <summary>Where a feed is, as pages link to it.</summary>
/// <param name="Title">The feed's.</param>
/// <param name="Path">Of its Atom file.</param>
internal sealed record FeedLink(string Title, string Path);
