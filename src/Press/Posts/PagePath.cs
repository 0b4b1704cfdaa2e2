namespace Press;

/// <summary>The path of a page that is no post: that of its file, or its <c>permalink</c>.</summary>
/// <seealso href="https://jekyllrb.com/docs/permalinks/#pages"/>
internal static class PagePath
{
    /// <summary>The path, without the prefix of a language.</summary>
    /// <param name="name">The name of the source.</param>
    /// <param name="permalink">What its front matter says; null for nothing.</param>
    /// <param name="settings">The site's: pages end as its posts do, with a slash or with <c>.html</c>.</param>
    public static string Of(string name, string? permalink, SiteSettings settings)
    {
        var folder = name.LastIndexOf('/') is var slash and >= 0 ? "/" + name[..slash] : "";
        var stem = Path.GetFileNameWithoutExtension(name).TrimEnd('.');
        if (permalink is not null)
        {
            var pattern = permalink.Replace(":path", folder, StringComparison.Ordinal).Replace(":basename", stem, StringComparison.Ordinal);
            return Permalink.LikeJekyll(pattern.Replace(":output_ext", ".html", StringComparison.Ordinal));
        }

        if (SourceRoles.IsIndex(name))
            return Permalink.LikeJekyll(folder + "/");
        var endsInSlash = settings.Permalink is "pretty" || settings.Permalink.EndsWith('/');
        return Permalink.LikeJekyll($"{folder}/{stem}{(endsInSlash && !SourceRoles.IsNotFound(name) ? "/" : ".html")}");
    }
}
