using System.Collections.Immutable;

namespace Press;

/// <summary>A feed with all that it says, whatever its format. All its text can stand in XML, all its links are absolute.</summary>
internal sealed record Feed
{
    /// <summary>A URN that never changes.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty if the site does not describe itself.</summary>
    public required string Description { get; init; }

    public required string Author { get; init; }

    /// <summary>The home page of its posts.</summary>
    public required string HomeLink { get; init; }

    /// <summary>A BCP 47 tag: that of all its posts, else the site's own.</summary>
    public required string Language { get; init; }

    public required ImmutableArray<FeedEntry> Entries { get; init; }

    /// <summary>Whether its posts have several languages, so that each has to say its own.</summary>
    public bool IsMixed => Entries.Any(entry => entry.Language != Language);

    /// <summary>
    /// When the newest of its posts changed; 1970 for a feed without posts, since it has to name some moment that is no clock's.
    /// </summary>
    public DateTimeOffset Updated => Entries.Select(entry => entry.LastChanged).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Makes a feed of what was selected.</summary>
    /// <param name="selected">Which posts.</param>
    /// <param name="entries">What the feed says of each post, by its source.</param>
    /// <param name="settings">Of a site that makes absolute links.</param>
    public static Feed Of(SelectedFeed selected, IReadOnlyDictionary<string, FeedEntry> entries, SiteSettings settings)
    {
        var languages = selected.Entries.Select(entry => entry.Lang).Distinct(StringComparer.Ordinal).ToList();
        return new Feed
        {
            Id = FeedId.Of(selected, settings),
            Title = XmlText.Of(selected.TitleIn(settings)),
            Description = XmlText.Of(settings.DescriptionIn(selected.Language ?? settings.Language)),
            Author = XmlText.Of(settings.Author ?? settings.TitleIn(selected.Language ?? settings.Language)),
            HomeLink = settings.AbsoluteLink(ListingPath.OfHome(settings, selected.Language ?? settings.Language)),
            Language = languages is [var only] ? only : settings.Language,
            Entries = [.. selected.Entries.Select(entry => entries[entry.Source])],
        };
    }
}
