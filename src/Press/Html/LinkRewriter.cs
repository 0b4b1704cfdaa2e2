using AngleSharp.Dom;

namespace Press;

/// <summary>
/// Brings the links of a post to where they lead on the site: a path of the site goes below its base URL, and a relative one
/// begins where the source lies, since that is what the author sees.
/// </summary>
/// <param name="settings">Know the base URL.</param>
/// <param name="sourceName">The post's source.</param>
internal sealed class LinkRewriter(SiteSettings settings, string sourceName)
{
    private readonly Uri _folder = new(new Uri("http://site/"), UrlPath.Encode(SourceName.WithoutPostsFolder(sourceName)));

    /// <summary>The link as it stands on the page. One that leads elsewhere, or nowhere, stays as it was written.</summary>
    public string Rewrite(string url)
    {
        if (SourceLinks.HasScheme(url))
            return "#";
        if (url is "" || url[0] is '#' or '?' || url.StartsWith("//", StringComparison.Ordinal) || HasScheme(url))
            return url;
        if (url[0] == '/')
            return IsBelowBase(url) ? url : settings.BaseUrl + url;
        return Uri.TryCreate(_folder, url, out var absolute) ? settings.BaseUrl + absolute.PathAndQuery + absolute.Fragment : url;
    }

    /// <summary>The source that a relative link names, if it is a post's: <c>2025-03-24-nvidia-gtc-2025.md#첫인상</c>. Null for all other links.</summary>
    public (string Source, string Fragment)? SourceOf(string url)
    {
        if (url is "" || url[0] is '#' or '?' || url.StartsWith("//", StringComparison.Ordinal) || HasScheme(url) || !Uri.TryCreate(_folder, url, out var absolute))
            return null;
        var name = UrlPath.Decode(absolute.AbsolutePath)[1..];
        return absolute.Query is "" && Path.GetExtension(name) is ".md" or ".markdown" ? (SourceName.WithoutPostsFolder(name), absolute.Fragment) : null;
    }

    /// <summary>Rewrites what an element loads or links to.</summary>
    public void Rewrite(IElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["href", "src", "poster", "cite"])
        {
            if (element.GetAttribute(name) is { } url && !(name == "href" && SourceLinks.IsPlaceholder(url)))
                element.SetAttribute(name, Rewrite(url));
        }

        if (element.GetAttribute("srcset") is { } sources)
            element.SetAttribute("srcset", string.Join(", ", sources.Split(", ").Select(RewriteCandidate)));
        if (element.LocalName == "img" && !element.HasAttribute("decoding"))
            element.SetAttribute("decoding", "async");
    }

    private string RewriteCandidate(string candidate)
    {
        var parts = candidate.Trim().Split(' ', 2);
        return string.Join(' ', [Rewrite(parts[0]), .. parts.Skip(1)]);
    }

    private bool IsBelowBase(string path) =>
        settings.BaseUrl is "" || path == settings.BaseUrl || path.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal);

    private static bool HasScheme(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end > 0 && url[end] == ':';
    }
}
