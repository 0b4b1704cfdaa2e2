namespace Press;

/// <summary>The names of public files that every site has, and that are no pages of posts.</summary>
internal static class GeneratedName
{
    /// <summary>What a web server shows where it finds nothing.</summary>
    public const string NotFound = "404.html";

    /// <summary>The one name under which crawlers look, at the root of a host.</summary>
    public const string Robots = "robots.txt";

    /// <summary>The sitemap, or the list of its parts.</summary>
    public const string Sitemap = "sitemap.xml";

    /// <summary>The index of posts.</summary>
    public const string Index = "index.json";

    /// <summary>The list of the parts of the search index.</summary>
    public const string Search = "search.json";

    /// <summary>With what the names of those parts begin.</summary>
    public const string SearchPartsPrefix = "search-";
}
