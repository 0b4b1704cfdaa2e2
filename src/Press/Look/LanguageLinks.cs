using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// The links that the layouts of a site for polyglot write: on a page in another language than the default they lead to the version in
/// that language, where there is one. Links to pages and to home count: a layout names no posts.
/// </summary>
internal sealed partial class LanguageLinks
{
    private readonly SiteSettings _settings;
    private readonly FrozenSet<string> _paths;

    private LanguageLinks(SiteSettings settings, FrozenSet<string> paths) => (_settings, _paths) = (settings, paths);

    /// <summary>Those of a site; null if it is none for polyglot.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="languages">The languages that have a home page.</param>
    /// <param name="pages">The paths of all pages that are no posts.</param>
    public static LanguageLinks? Of(SiteSettings settings, IEnumerable<string> languages, IEnumerable<string> pages) =>
        JekyllPlugins.IsPolyglot(settings) && settings.IsJekyllSite
            ? new LanguageLinks(
                settings,
                languages.Select(language => ListingPath.OfHome(settings, language)).Concat(pages)
                    .Where(path => settings.Languages.Any(language =>
                        path.StartsWith($"{settings.PrefixOf(language)}/", StringComparison.Ordinal)))
                    .ToFrozenSet(StringComparer.Ordinal))
            : null;

    /// <summary>A hash of all that decides where links lead.</summary>
    public UInt128 Hash()
    {
        var hash = new HashBuilder();
        foreach (var path in _paths.Order(StringComparer.Ordinal))
            hash.Add(path);
        return hash.ToHash();
    }

    /// <summary>A page with its links as polyglot has them.</summary>
    public string Apply(string html, string language)
    {
        var prefix = _settings.PrefixOf(language);
        var led = prefix is ""
            ? html
            : Link().Replace(html, link => $"{link.Groups["start"].Value}{Lead(link.Groups["path"].Value, prefix)}");
        return led.Replace(PolyglotStaticHref.Fixed, "href=", StringComparison.Ordinal);
    }

    private string Lead(string link, string prefix)
    {
        var path = _settings.BaseUrl is not "" && link.StartsWith(_settings.BaseUrl + "/", StringComparison.Ordinal)
            ? link[_settings.BaseUrl.Length..]
            : link;
        var version = prefix + path;
        return _paths.Contains(UrlPath.Decode(version)) ? _settings.BaseUrl + version : link;
    }

    [GeneratedRegex("""(?<start>\bhref="?)(?<path>/[^"'\s>#?]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
