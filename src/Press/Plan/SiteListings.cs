using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Which listings a site has: in each language home, archive, search, and one for each tag, category and author; and a page for
/// what is not found.
/// </summary>
internal sealed class SiteListings
{
    // A line for each post: so many still make a light page.
    private const int ArchivePageSize = 200;

    private readonly SiteSettings _settings;
    private readonly Catalog _catalog;
    private readonly SiteAuthors _authors;
    private readonly AuthorPages _authorPages;
    private readonly ImmutableArray<string> _languagesWithPosts;
    private readonly ImmutableArray<string> _homes;
    private readonly HashSet<string> _hasPosts;
    private readonly Dictionary<(string Kind, string Slug), ImmutableArray<string>> _languagesOfNames = [];

    /// <param name="site">Its settings, and what its data say of authors.</param>
    /// <param name="catalog">The posts.</param>
    public SiteListings(Site site, Catalog catalog)
    {
        var settings = site.Settings;
        (_settings, _catalog, _authors) = (settings, catalog, site.Authors);
        _authorPages = new AuthorPages(site.Authors, catalog);
        _languagesWithPosts = settings.InOrder(catalog.ListedLanguages);
        _homes = [.. _languagesWithPosts.Take(Limits.Translations)];
        _hasPosts = _languagesWithPosts.ToHashSet(StringComparer.Ordinal);
        Languages = [.. _languagesWithPosts.Append(settings.Language).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The languages that have listings: those of the listed posts, and the site's own.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>All listings.</summary>
    public IEnumerable<Listing> All() => AllOf().Select(listing => listing with { Homes = _homes });

    private IEnumerable<Listing> AllOf()
    {
        foreach (var language in Languages)
        {
            yield return Home(language);
            yield return Archive(language);
            yield return Search(language);
            foreach (var tag in _catalog.TagsOf(ScopeOf(language)))
                yield return OfName("tag", language, tag, _catalog.Tagged, _catalog.LanguagesOfTag, ListingPath.OfTag);
            foreach (var category in _catalog.CategoriesOf(ScopeOf(language)))
            {
                yield return OfName(
                    "category", language, category, _catalog.InCategory, _catalog.LanguagesOfCategory, ListingPath.OfCategory);
            }

            foreach (var author in _authorPages.In(_catalog, ScopeOf(language)))
            {
                yield return OfName("author", language, author, _catalog.WrittenBy, _catalog.LanguagesOfAuthor, ListingPath.OfAuthor) with
                {
                    Author = _authors.Find(author.Name) ?? new SiteAuthor(author.Name),
                };
            }
        }

        var title = Word("not_found", _settings.Language);
        yield return new Listing(Layouts.NotFound, "/" + GeneratedName.NotFound, _settings.Language, title, [], 1) { IsIndexed = false };
    }

    private Listing Home(string language) =>
        new(
            Layouts.Home,
            ListingPath.OfHome(_settings, language),
            language,
            Title: null,
            [.. _catalog.Listed(ScopeOf(language))],
            _settings.Paginate)
        {
            Translations = InLanguages(_languagesWithPosts, ListingPath.OfHome),
        };

    private Listing Archive(string language) =>
        new(
            Layouts.Archive,
            ListingPath.OfArchive(_settings, language),
            language,
            Word("archive", language),
            [.. _catalog.Listed(ScopeOf(language))],
            ArchivePageSize)
        {
            Translations = InLanguages(_languagesWithPosts, ListingPath.OfArchive),
            Tags =
            [
                .. _catalog.TagsOf(ScopeOf(language))
                    .Select(tag => new CountedName(tag.Name, ListingPath.OfTag(_settings, language, tag.Slug), tag.Count)),
            ],
            Categories =
            [
                .. _catalog.CategoriesOf(ScopeOf(language))
                    .Select(name => new CountedName(name.Name, ListingPath.OfCategory(_settings, language, name.Slug), name.Count)),
            ],
        };

    private Listing Search(string language) =>
        new(Layouts.Search, ListingPath.OfSearch(_settings, language), language, Word("search", language), [], 1)
        {
            Translations = InLanguages(_languagesWithPosts, ListingPath.OfSearch),
            IsIndexed = false,
        };

    private Listing OfName(
        string kind,
        string language,
        TagCount name,
        Func<string, string?, IEnumerable<PostEntry>> find,
        Func<string, ImmutableArray<string>> languagesOf,
        Func<SiteSettings, string, string, string> pathOf) =>
        new(
            Layouts.List,
            pathOf(_settings, language, name.Slug),
            language,
            name.Name,
            [.. find(name.Name, ScopeOf(language))],
            _settings.Paginate)
        {
            Translations = InLanguages(LanguagesOf(kind, name, languagesOf), (settings, other) => pathOf(settings, other, name.Slug)),
            Kind = Word(kind, language),
        };

    /// <summary>A site without posts in its own language shows all in its place.</summary>
    private string? ScopeOf(string language) => _hasPosts.Contains(language) ? language : null;

    /// <summary>
    /// The languages in which a listing of a name exists, as far as its pages list them; found once for all of its languages.
    /// </summary>
    private ImmutableArray<string> LanguagesOf(string kind, TagCount name, Func<string, ImmutableArray<string>> languagesOf)
    {
        if (!_languagesOfNames.TryGetValue((kind, name.Slug), out var languages))
            _languagesOfNames[(kind, name.Slug)] = languages = [.. _settings.InOrder(languagesOf(name.Name)).Take(Limits.Translations + 1)];
        return languages;
    }

    private ImmutableArray<(string Language, string Path)> InLanguages(
        ImmutableArray<string> languages, Func<SiteSettings, string, string> pathOf) =>
        [.. languages.Take(Limits.Translations + 1).Select(language => (language, pathOf(_settings, language)))];

    private static string Word(string name, string language) => Labels.For(language).Words[name];
}
