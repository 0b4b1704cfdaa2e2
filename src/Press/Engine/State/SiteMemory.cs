namespace Press;

/// <summary>All that the engine knows of a site, as it was stored or is to be.</summary>
/// <param name="IsPartial">Whether whoever stored it had begun to look at everything and did not come to the end: there may be
/// receipts and public files that it does not name.</param>
/// <param name="Language">The site's own.</param>
/// <param name="Sources">What is known of each source, by the item that holds its receipt.</param>
/// <param name="Files">What is known of each public file, by name.</param>
/// <param name="HasJournal">Whether whoever stored it had a <see cref="ReadingJournal"/> open; if that one was cut off, it lies there
/// still.</param>
internal sealed record SiteMemory(
    bool IsPartial, string Language, PartedMap<KnownSource> Sources, PartedMap<WrittenFile> Files, bool HasJournal = false)
{
    /// <summary>What is known of a site before anybody looked, or when all that was known is lost.</summary>
    public static SiteMemory Empty { get; } = new(IsPartial: true, "en", PartedMap<KnownSource>.Empty, PartedMap<WrittenFile>.Empty);

    /// <summary>The posts that everybody can read.</summary>
    public Catalog ToCatalog()
    {
        var published = Sources.Entries.Select(known => known.Value).Where(known => known.IsPublic);
        return Catalog.Of(published.Select(known => known.Published ?? known.Summary!.Entry), Language);
    }
}
