using System.Text.RegularExpressions;

namespace Press;

/// <summary>Compares the URLs that a site had with those that it will have.</summary>
public static partial class OldUrls
{
    /// <summary>The paths that a list names: a sitemap's <c>loc</c>, or a URL or path a line.</summary>
    /// <param name="text">The list.</param>
    /// <param name="settings">Those of the site; of URLs of other hosts the path counts as well, since a site may move.</param>
    public static IReadOnlyList<string> PathsIn(string text, SiteSettings settings)
    {
        var written = text.Contains("<loc", StringComparison.Ordinal)
            ? Location().Matches(text).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["url"].Value.Trim()))
            : text.Split('\n').Select(line => line.Trim()).Where(line => line is not "" && !line.StartsWith('#'));
        return [.. written.Select(url => PathOf(url, settings)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The paths under which nothing will be found, each with what may be meant.</summary>
    /// <param name="paths">Old paths, below the site's base URL.</param>
    /// <param name="site">The site as it will be.</param>
    public static IEnumerable<LostUrl> LostOf(IEnumerable<string> paths, SiteState site)
    {
        var bySlug = site.Catalog.Entries.ToLookup(post => WordsOf(post.Path), StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            // Web servers find the page of a path without an ending; so do the hosts of Jekyll sites.
            var file = UrlPath.ToFile(path);
            if (site.Has(file) || site.Has(file + ".html") || site.Has(file + "/index.html"))
                continue;
            var alike = bySlug[WordsOf(path)].Take(2).ToList();
            yield return new LostUrl(path, alike.Count == 1 ? alike[0] : null);
        }
    }

    private static string? PathOf(string url, SiteSettings settings)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "https" or "http"
            ? absolute.AbsolutePath
            : url.Split('?', '#')[0];
        if (!path.StartsWith('/'))
            path = "/" + path;
        path = UrlPath.Decode(path);
        return path.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal) ? path[settings.BaseUrl.Length..] : path;
    }

    /// <summary>The last part of a path, by which a post is known again after its folders changed.</summary>
    private static string WordsOf(string path)
    {
        var last = path.TrimEnd('/').Split('/')[^1];
        return Slug.Of(Dated().Replace(last.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? last[..^".html".Length] : last, ""));
    }

    [GeneratedRegex("<loc[^>]*>(?<url>[^<]*)</loc>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Location();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}

/// <summary>An old URL under which nothing will be found.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Meant">The post that stood there, as far as its name tells; null if none has that name, or several do.</param>
public sealed record LostUrl(string Path, PostEntry? Meant)
{
    /// <summary>What is wrong, and what to write where.</summary>
    public Diagnostic ToDiagnostic() => Meant is { } post
        ? new(
            DiagnosticRules.LostUrl,
            post.Source,
            TextPosition.Start,
            $"the old URL {Path} will be lost; this post is at {post.Path} now. Write 'redirect_from: {Path}'.")
        : new(
            DiagnosticRules.LostUrl,
            SiteSettings.FileName,
            TextPosition.Start,
            $"the old URL {Path} will be lost. "
                + $"Write 'redirect_from: {Path}' in the post or page that takes its place.");
}
