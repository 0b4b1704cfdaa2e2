using System.Collections.Immutable;

namespace Press;

/// <summary>A tag or category of a post, and where its listing is.</summary>
/// <param name="Name">As the post spells it.</param>
/// <param name="Path">The listing's path; null if no listed post of the post's language has the name.</param>
internal sealed record NameLink(string Name, string? Path);

/// <summary>Finds the listings of the tags and categories of posts.</summary>
internal sealed class NameLinks(SiteSettings settings, Catalog catalog)
{
    private readonly Dictionary<(string, string), string> _tags = PathsOf(
        catalog, catalog.TagsOf, (language, slug) => ListingPath.OfTag(settings, language, slug));
    private readonly Dictionary<(string, string), string> _categories = PathsOf(
        catalog, catalog.CategoriesOf, (language, slug) => ListingPath.OfCategory(settings, language, slug));

    public ImmutableArray<NameLink> OfTags(PostEntry entry) => [.. entry.Tags.Select(name => Link(_tags, entry.Lang, name))];

    public ImmutableArray<NameLink> OfCategories(PostEntry entry) =>
        [.. entry.Categories.Select(name => Link(_categories, entry.Lang, name))];

    private static NameLink Link(Dictionary<(string, string), string> paths, string language, string name) =>
        new(name, paths.GetValueOrDefault((language, NameSlug.Of(name))));

    private static Dictionary<(string, string), string> PathsOf(
        Catalog catalog, Func<string, ImmutableArray<TagCount>> namesOf, Func<string, string, string> pathOf) =>
        catalog.Languages
            .SelectMany(language => namesOf(language).Select(name => (Language: language, Name: name)))
            .ToDictionary(found => (found.Language, found.Name.Slug), found => pathOf(found.Language, found.Name.Slug));
}
