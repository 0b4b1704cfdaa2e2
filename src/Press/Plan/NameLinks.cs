using System.Collections.Immutable;

namespace Press;

/// <summary>A tag or category of a post, and where its listing is.</summary>
/// <param name="Name">As the post spells it.</param>
/// <param name="Path">The listing's path; null if no listed post of the post's language has the name.</param>
internal sealed record NameLink(string Name, string? Path);

/// <summary>An author of a post.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Path">Of the author's page in the language of the post; null if there is none.</param>
/// <param name="Data">What the site's data say; null if they do not have the author.</param>
internal sealed record AuthorLink(string Name, string? Path, SiteAuthor? Data);

/// <summary>Finds the listings of the tags, categories and authors of posts.</summary>
internal sealed class NameLinks(Site site, Catalog catalog)
{
    private readonly AuthorPages _authorPages = new(site.Authors, catalog);
    private readonly Dictionary<(string, string), string> _tags = PathsOf(
        catalog, catalog.TagsOf, (language, slug) => ListingPath.OfTag(site.Settings, language, slug));
    private readonly Dictionary<(string, string), string> _categories = PathsOf(
        catalog, catalog.CategoriesOf, (language, slug) => ListingPath.OfCategory(site.Settings, language, slug));

    private readonly Dictionary<(string, string), string> _authors = PathsOf(
        catalog, catalog.AuthorsOf, (language, slug) => ListingPath.OfAuthor(site.Settings, language, slug));

    public ImmutableArray<NameLink> OfTags(PostEntry entry) => [.. entry.Tags.Select(name => Link(_tags, entry.Lang, name))];

    public ImmutableArray<NameLink> OfCategories(PostEntry entry) =>
        [.. entry.Categories.Select(name => Link(_categories, entry.Lang, name))];

    public ImmutableArray<AuthorLink> OfAuthors(PostEntry entry) =>
    [
        .. from name in entry.AuthorNames
           let path = _authorPages.Has(name, NameSlug.Of(name)) ? Link(_authors, entry.Lang, name).Path : null
           select new AuthorLink(name, path, site.Authors.Find(name)),
    ];

    private static NameLink Link(Dictionary<(string, string), string> paths, string language, string name) =>
        new(name, paths.GetValueOrDefault((language, NameSlug.Of(name))));

    private static Dictionary<(string, string), string> PathsOf(
        Catalog catalog, Func<string, ImmutableArray<TagCount>> namesOf, Func<string, string, string> pathOf) =>
        catalog.Languages
            .SelectMany(language => namesOf(language).Select(name => (Language: language, Name: name)))
            .ToDictionary(found => (found.Language, found.Name.Slug), found => pathOf(found.Language, found.Name.Slug));
}
