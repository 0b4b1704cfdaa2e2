namespace Press;

/// <summary>The feeds of a site: each as Atom, as RSS and as JSON Feed.</summary>
internal static class FeedFiles
{
    /// <summary>All files of the selected feeds.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="selection">Which feeds there are.</param>
    /// <param name="common">A hash of the settings.</param>
    /// <param name="posts">The posts of them.</param>
    public static IEnumerable<PlannedFile> Of(SiteSettings settings, FeedSelection selection, UInt128 common, FeedEntries posts)
    {
        foreach (var selected in selection.Feeds)
        {
            var madeOf = HashOf(selected, common, posts);
            yield return Plan(selected.AtomName, MediaTypes.AtomFeed, AtomFeed.Write);
            yield return Plan(selected.RssName, MediaTypes.RssFeed, RssFeed.Write);
            yield return Plan(selected.JsonName, MediaTypes.JsonFeed, JsonFeed.Write);

            PlannedFile Plan(string name, string type, Func<Feed, string, byte[]> write) => new(
                name, madeOf, SourceName: null, async (_, content, cancellationToken) =>
            {
                var entries = new Dictionary<string, FeedEntry>(StringComparer.Ordinal);
                foreach (var entry in selected.Entries)
                    entries[entry.Source] = await posts.ReadAsync(entry, content, cancellationToken);
                var feed = Feed.Of(selected, entries, settings);
                return new RenderedFile(PublicFiles.GeneratedOf(write(feed, settings.AbsoluteLink("/" + name)), type));
            });
        }
    }

    private static UInt128 HashOf(SelectedFeed selected, UInt128 common, FeedEntries posts)
    {
        var hash = new HashBuilder();
        hash.Add(common);
        hash.Add(selected.Language);
        foreach (var entry in selected.Entries)
            hash.Add(posts.HashOf(entry));
        return hash.ToHash();
    }
}
