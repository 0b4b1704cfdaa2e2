namespace Press;

/// <summary>The feeds of a site: each as Atom, as RSS and as JSON Feed.</summary>
internal static class FeedFiles
{
    /// <summary>All files of the selected feeds.</summary>
    /// <param name="site">What they are made with.</param>
    /// <param name="selection">Which feeds there are.</param>
    /// <param name="bodies">The HTML of the posts by their sources, as their pages have it. A post that is not there has its excerpt.</param>
    public static IEnumerable<PublicFile> Of(Site site, FeedSelection selection, IReadOnlyDictionary<string, string> bodies)
    {
        var settings = site.Settings;
        var entries = selection.Entries.ToDictionary(entry => entry.Source, entry => FeedEntry.Of(entry, bodies.GetValueOrDefault(entry.Source), settings), StringComparer.Ordinal);
        foreach (var selected in selection.Feeds)
        {
            var feed = Feed.Of(selected, entries, settings);
            yield return PublicFiles.OfGenerated(selected.AtomName, AtomFeed.Write(feed, LinkTo(selected.AtomName)), MediaTypes.AtomFeed);
            yield return PublicFiles.OfGenerated(selected.RssName, RssFeed.Write(feed, LinkTo(selected.RssName)), MediaTypes.RssFeed);
            yield return PublicFiles.OfGenerated(selected.JsonName, JsonFeed.Write(feed, LinkTo(selected.JsonName)), MediaTypes.JsonFeed);
        }

        string LinkTo(string name) => settings.AbsoluteLink("/" + name);
    }
}
