namespace Press;

/// <summary>Gives posts and pages their paths below the site's base URL.</summary>
internal sealed class PostPaths(SiteSettings settings)
{
    /// <summary>
    /// The path of a post. The language's prefix goes before its own permalink too, unless it stands there already.
    /// </summary>
    /// <param name="frontMatter">The post's.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="date">Its date.</param>
    /// <param name="slug">Its slug.</param>
    /// <param name="stem">The name of its file, without date and extension.</param>
    /// <param name="diagnostics">Takes what is wrong with it; null for nothing.</param>
    public string OfPost(
        FrontMatter frontMatter, string language, DateTimeOffset date, string slug, string stem, DiagnosticBag? diagnostics)
    {
        var pattern = frontMatter.Permalink ?? settings.Permalink;
        var path = "/";
        if (Permalink.Fault(pattern) is { } fault)
            diagnostics?.Add(
                DiagnosticRules.BadPermalink, frontMatter.PositionOf("permalink"), $"'permalink' cannot be '{pattern}': {fault}");
        else
            path = Permalink.Expand(pattern, FactsOf(frontMatter, date, slug, stem));

        path = WithPrefix(path, language);
        // What placeholders stand for may be empty or very long.
        if (UrlPath.FaultOfExpanded(path) is { } expanded)
            diagnostics?.Add(
                DiagnosticRules.BadPermalink,
                frontMatter.PositionOf(frontMatter.Permalink is null ? "slug" : "permalink"),
                $"'{pattern}' makes a path that {expanded}. Write another 'permalink', or a shorter 'slug'.");
        return path;
    }

    /// <summary>The path of a page, by the name of its source.</summary>
    /// <inheritdoc cref="OfPost"/>
    public string OfPage(string name, FrontMatter frontMatter, string language, DiagnosticBag? diagnostics)
    {
        var path = WithPrefix(PagePath.Of(name, frontMatter.Permalink, settings), language);
        if (UrlPath.FaultOfExpanded(path) is { } fault)
            diagnostics?.Add(
                DiagnosticRules.BadPermalink,
                frontMatter.PositionOf("permalink"),
                $"the page has the path '{path}', which {fault}. Write another 'permalink'.");
        return path;
    }

    private string WithPrefix(string path, string language)
    {
        var prefix = settings.PrefixesPosts ? settings.PrefixOf(language) : "";
        return path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path : prefix + path;
    }

    private Permalink.Facts FactsOf(FrontMatter frontMatter, DateTimeOffset date, string slug, string stem) =>
        settings.IsJekyllSite
            ? new(date, slug, frontMatter.UrlCategories) { JekyllTitle = JekyllSlug.Pretty(frontMatter.Slug ?? stem.TrimEnd('.')) }
            : new(date, slug, frontMatter.Categories);
}
