using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Press;

/// <summary>What the plug-ins of a Jekyll site did, and what does it here.</summary>
internal static class JekyllPlugins
{
    private static readonly FrozenDictionary<string, string> Replaced = new Dictionary<string, string>
    {
        ["jekyll-feed"] = "feed.xml, rss.xml and feed.json",
        ["jekyll-sitemap"] = "sitemap.xml and robots.txt",
        ["jekyll-seo-tag"] = "the head of every page",
        ["jekyll-paginate"] = "pages of listings",
        ["jekyll-paginate-v2"] = "pages of listings",
        ["jekyll-redirect-from"] = "redirect_from",
        ["jekyll-archives"] = "pages of tags and categories",
        ["jekyll-tagging"] = "pages of tags",
        ["jekyll-polyglot"] = "languages, lang and page_id",
        ["jekyll-toc"] = "toc",
        ["jekyll-last-modified-at"] = "last_modified_at",
        ["jekyll-optional-front-matter"] = "posts without front matter",
        ["jekyll-titles-from-headings"] = "the first heading as the title",
        ["jekyll-relative-links"] = "links to Markdown files",
        ["jekyll-default-layout"] = "layouts that pages have by themselves",
        ["jekyll-readme-index"] = "nothing: write index.md",
        ["jekyll-gist"] = "a link",
        ["jekyll-include-cache"] = "include",
        ["jekyll-commonmark"] = "Press's Markdown",
        ["jekyll-commonmark-ghpages"] = "Press's Markdown",
        ["jekyll-responsive-image"] = "smaller versions of pictures",
        ["jemoji"] = "emoji as they are written",
        ["kramdown-parser-gfm"] = "Press's Markdown",
        ["jekyll-spaceship"] = "TeX and tables",
        ["jekyll-katex"] = "TeX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // They only help on a machine or on GitHub, and make nothing of a site.
    private static readonly FrozenSet<string> Needless = FrozenSet.Create(
        StringComparer.Ordinal,
        "jekyll-watch", "jekyll-compose", "jekyll-admin", "jekyll-sass-converter",
        "jekyll-coffeescript", "github-pages", "jekyll-remote-theme", "bundler");

    /// <summary>The plug-ins that the settings name, in their order.</summary>
    public static ImmutableArray<string> NamesIn(SiteSettings settings) =>
    [
        .. settings.Keys.Entries
            .Where(entry => entry.Key is "plugins" or "gems" or "whitelist")
            .SelectMany(entry => entry.Value switch
            {
                YamlSequence list => list.Items.OfType<YamlScalar>(),
                YamlScalar { IsNull: false } one => [one],
                _ => [],
            })
            .Select(name => name.Text)
            .Where(name => !Needless.Contains(name))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether the site uses polyglot: it names the plug-in, or has the key that only this one has.</summary>
    public static bool IsPolyglot(SiteSettings settings) =>
        NamesIn(settings).Any(name => name.EndsWith("polyglot", StringComparison.Ordinal))
        || settings.Keys.Entries.Any(entry => entry.Key is "exclude_from_localization");

    /// <summary>What stands in the place of a plug-in here; null if nothing does.</summary>
    public static string? ReplacementOf(string plugin) => Replaced.GetValueOrDefault(plugin);
}
