using System.Collections.Immutable;

namespace Press;

/// <summary>A tag or category, and where the site lists its posts.</summary>
/// <param name="Name">The spelling that most posts use.</param>
/// <param name="Slug">What stands for it in a URL.</param>
/// <param name="Count">How many listed posts have it, of the language asked for or of all; at least 1.</param>
/// <param name="Url">Its page: in the language asked for, else in the site's own, else in the first that has it (ordinal).</param>
public sealed record NameAnswer(string Name, string Slug, int Count, string Url)
{
    /// <summary>The tags of the listed posts of a language, or of all; the most used first, equals by name (ordinal).</summary>
    public static ImmutableArray<NameAnswer> OfTags(Catalog catalog, string? language) =>
        Of(catalog, catalog.TagsOf(language), language, catalog.LanguagesOfTag, ListingPath.OfTag);

    /// <summary>The categories, as <see cref="OfTags"/> has the tags.</summary>
    public static ImmutableArray<NameAnswer> OfCategories(Catalog catalog, string? language) =>
        Of(catalog, catalog.CategoriesOf(language), language, catalog.LanguagesOfCategory, ListingPath.OfCategory);

    private static ImmutableArray<NameAnswer> Of(
        Catalog catalog,
        ImmutableArray<TagCount> counts,
        string? language,
        Func<string, ImmutableArray<string>> languagesOf,
        Func<SiteSettings, string, string, string> pathOf)
    {
        var settings = new SiteSettings { Url = catalog.LinkBase, Language = catalog.DefaultLanguage };
        return [.. counts.Select(name => new NameAnswer(name.Name, name.Slug, name.Count, UrlOf(name)))];

        string UrlOf(TagCount name)
        {
            var languages = languagesOf(name.Name);
            var shown = language ?? (languages.Contains(settings.Language) ? settings.Language : languages[0]);
            return settings.AbsoluteLink(pathOf(settings, shown, name.Slug));
        }
    }
}
