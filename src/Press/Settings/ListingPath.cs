namespace Press;

/// <summary>The paths of listings.</summary>
internal static class ListingPath
{
    /// <summary>A language's home page.</summary>
    public static string OfHome(SiteSettings settings, string language) => settings.PrefixOf(language) + "/";

    /// <summary>A language's archive.</summary>
    public static string OfArchive(SiteSettings settings, string language) => settings.PrefixOf(language) + "/archive.html";

    /// <summary>A language's search page.</summary>
    public static string OfSearch(SiteSettings settings, string language) => settings.PrefixOf(language) + "/search.html";

    /// <summary>The listing of a tag.</summary>
    public static string OfTag(SiteSettings settings, string language, string slug) => $"{settings.PrefixOf(language)}/tags/{slug}.html";

    /// <summary>The listing of a category.</summary>
    public static string OfCategory(SiteSettings settings, string language, string slug) =>
        $"{settings.PrefixOf(language)}/categories/{slug}.html";

    /// <summary>The page of an author.</summary>
    public static string OfAuthor(SiteSettings settings, string language, string slug) =>
        $"{settings.PrefixOf(language)}/authors/{slug}.html";
}
