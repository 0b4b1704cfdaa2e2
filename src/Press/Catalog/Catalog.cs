using System.Collections.Immutable;

namespace Press;

/// <summary>
/// All public posts, in the one order that the whole site has: the newest first, posts of one moment by their path (ordinal).
/// A catalog never changes; everything it tells is found by an index, never by looking at every post.
/// </summary>
public sealed class Catalog
{
    private readonly Lazy<CatalogIndex> _index;
    private readonly Lazy<RelatedPosts> _related;
    private readonly SiteImages? _images;

    private Catalog(ImmutableArray<PostEntry> entries, string defaultLanguage, Catalog? before = null)
    {
        DefaultLanguage = defaultLanguage;
        Entries = entries;
        // Made at once of another catalog, so that this one does not keep it in memory.
        _index = before is null ? new(() => new CatalogIndex(entries)) : new(before.Index.WithTextsOf(entries));
        _related = before is null ? new(() => new RelatedPosts(this)) : new(before._related.Value.In(this));
    }

    private Catalog(Catalog before, SiteImages images)
    {
        (DefaultLanguage, Entries, _images) = (before.DefaultLanguage, before.Entries, images);
        (_index, _related) = (before._index, before._related);
    }

    /// <summary>A site without posts.</summary>
    public static Catalog Empty { get; } = Of([], "en");

    /// <summary>All entries, hidden ones too, in order.</summary>
    public ImmutableArray<PostEntry> Entries { get; }

    /// <summary>The site's own language, which goes before others where a question leaves it open.</summary>
    public string DefaultLanguage { get; }

    internal CatalogIndex Index => _index.Value;

    /// <summary>
    /// Makes what questions are answered from, so that the first one does not wait for it. It may be called by any thread.
    /// </summary>
    public void Prepare()
    {
        _ = Index.ByTitle;
        _ = Index.ByUpdated;
    }

    /// <summary>The catalog of these entries, whatever order they come in.</summary>
    public static Catalog Of(IEnumerable<PostEntry> entries, string defaultLanguage) =>
        new([.. entries.OrderByDescending(entry => entry.Date).ThenBy(entry => entry.Path, StringComparer.Ordinal)], defaultLanguage);

    /// <summary>
    /// The catalog with other texts: each entry stands where the one with its path stood (<see cref="PostSummary.StandsAs"/>).
    /// </summary>
    internal Catalog WithTexts(IReadOnlyCollection<PostEntry> changed)
    {
        if (changed.Count == 0)
            return this;
        var entries = Entries.ToBuilder();
        foreach (var entry in changed)
            entries[Index.PositionOf(entry)] = entry;
        return new Catalog(entries.MoveToImmutable(), DefaultLanguage, this);
    }

    /// <summary>The catalog of the same posts, which knows their pictures too.</summary>
    /// <param name="imagesOf">The pictures, for a site whose links begin as those of the posts do.</param>
    internal Catalog WithImages(Func<SiteSettings, SiteImages> imagesOf) => new(this, imagesOf(new SiteSettings { Url = LinkBase }));

    /// <summary>How large a picture of a post is; null if that is not known, as of those of other sites.</summary>
    internal ImageSize? SizeOf(string? url) => _images?.SizeAt(url);

    /// <summary>The languages of the posts, ordinal.</summary>
    public ImmutableArray<string> Languages => Index.Languages.Keys;

    /// <summary>The languages of the listed posts, ordinal.</summary>
    public ImmutableArray<string> ListedLanguages => Index.ListedByLanguage.Keys;

    /// <summary>The tags of the listed posts, the most used first, equals by name (ordinal).</summary>
    public ImmutableArray<TagCount> Tags => Index.TagCounts;

    /// <summary>The listed posts, of one language or of all.</summary>
    public IEnumerable<PostEntry> Listed(string? language = null) => PositionsOf(language).Select(position => Entries[position]);

    /// <summary>The tags of the listed posts of one language, or of all; the most used first, equals by name (ordinal).</summary>
    public ImmutableArray<TagCount> TagsOf(string? language) => Index.Tags.Counts(PositionsOf(language));

    /// <summary>The categories, as <see cref="TagsOf"/> has the tags.</summary>
    public ImmutableArray<TagCount> CategoriesOf(string? language) => Index.Categories.Counts(PositionsOf(language));

    /// <summary>The authors, as <see cref="TagsOf"/> has the tags.</summary>
    internal ImmutableArray<TagCount> AuthorsOf(string? language) => Index.Authors.Counts(PositionsOf(language));

    /// <summary>The listed posts of one language, or of all, that have a tag, by its name or slug.</summary>
    public IEnumerable<PostEntry> Tagged(string tag, string? language) => Having(Index.Tags, tag, language);

    /// <summary>Those that have a category, as <see cref="Tagged"/> finds those with a tag.</summary>
    public IEnumerable<PostEntry> InCategory(string category, string? language) => Having(Index.Categories, category, language);

    /// <summary>Those of an author, likewise.</summary>
    internal IEnumerable<PostEntry> WrittenBy(string author, string? language) => Having(Index.Authors, author, language);

    /// <summary>The posts that have this slug, in order: one for each language, as a rule.</summary>
    public IEnumerable<PostEntry> WithSlug(string slug) => Index.Slugs.Find(slug).Select(position => Entries[position]);

    /// <summary>
    /// The same post in other languages, by language (ordinal), at most <see cref="Limits.Translations"/>; empty if it has no
    /// <c>page_id</c>. Hidden ones are listed by hidden ones alone.
    /// </summary>
    public ImmutableArray<PostEntry> TranslationsOf(PostEntry entry) =>
        entry.PageId is null
            ? []
            : [.. Index.VersionsOf(entry.PageId, withHidden: entry.Hidden)
                .Select(position => Entries[position])
                .Where(other => other.Lang != entry.Lang)
                .Take(Limits.Translations)];

    /// <summary>The languages in which listed posts have a tag, ordinal.</summary>
    internal ImmutableArray<string> LanguagesOfTag(string tag) => Index.Tags.LanguagesOf(tag);

    /// <summary>The languages in which listed posts have a category, ordinal.</summary>
    internal ImmutableArray<string> LanguagesOfCategory(string category) => Index.Categories.LanguagesOf(category);

    /// <summary>The languages in which an author has listed posts, ordinal.</summary>
    internal ImmutableArray<string> LanguagesOfAuthor(string author) => Index.Authors.LanguagesOf(author);

    /// <summary>
    /// The listed posts of the same language just after and just before this one in time; null at the ends, both for a hidden post.
    /// </summary>
    public (PostEntry? Newer, PostEntry? Older) NeighboursOf(PostEntry entry)
    {
        var listed = Index.ListedByLanguage.Find(entry.Lang);
        var place = listed.BinarySearch(Index.PositionOf(entry));
        if (place < 0)
            return (null, null);
        return (place > 0 ? Entries[listed[place - 1]] : null, place + 1 < listed.Length ? Entries[listed[place + 1]] : null);
    }

    /// <summary>What a reader of a post may like to read next, but for its neighbours: at most three posts.</summary>
    internal ImmutableArray<PostEntry> RelatedTo(PostEntry entry) => _related.Value.Of(entry);

    /// <summary>
    /// The posts whose pages may name this one, but for hidden ones: those beside it in time or in a tag, and its translations.
    /// </summary>
    internal IEnumerable<PostEntry> MayName(PostEntry entry)
    {
        var (newer, older) = NeighboursOf(entry);
        return new[] { newer, older }.OfType<PostEntry>().Concat(TranslationsOf(entry)).Concat(_related.Value.NearTo(entry));
    }

    /// <summary>
    /// What stands before the paths of the site in its URLs: scheme and host if the settings name them, and the base URL. It follows from
    /// any entry; empty if there is none.
    /// </summary>
    internal string LinkBase
    {
        get
        {
            if (Entries is not [var entry, ..])
                return "";
            var path = UrlPath.Encode(entry.Path);
            var end = entry.Url.LastIndexOf(path, StringComparison.Ordinal);
            return end < 0 ? "" : entry.Url[..end];
        }
    }

    private ImmutableArray<int> PositionsOf(string? language) => language is null ? Index.Listed : Index.ListedByLanguage.Find(language);

    private IEnumerable<PostEntry> Having(NameIndex index, string name, string? language) =>
        PostingLists.Intersect([index.Find(name) ?? [], PositionsOf(language)]).Select(position => Entries[position]);
}

/// <summary>A tag and how many listed posts have it.</summary>
/// <param name="Name">The spelling that most posts use.</param>
/// <param name="Slug">What stands for it in a URL; no other tag has the same.</param>
/// <param name="Count">At least 1.</param>
public sealed record TagCount(string Name, string Slug, int Count);
