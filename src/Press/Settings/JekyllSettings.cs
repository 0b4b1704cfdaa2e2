using System.Collections.Frozen;

namespace Press;

/// <summary>The keys of <c>_config.yml</c> that mean something to Jekyll, its plug-ins and usual themes.</summary>
internal static class JekyllSettings
{
    private static readonly FrozenSet<string> Meaningless = FrozenSet.Create(
        StringComparer.Ordinal,
        // Jekyll's own.
        "source", "destination", "collections_dir", "cache_dir", "plugins_dir", "layouts_dir", "data_dir", "includes_dir",
        "sass_dir", "safe", "keep_files", "encoding", "markdown_ext", "strict_front_matter", "show_drafts", "limit_posts",
        "unpublished", "markdown", "highlighter", "lsi", "incremental", "detach", "port", "host", "show_dir_listing",
        "paginate_path", "quiet", "verbose", "liquid", "kramdown", "rdiscount", "redcarpet", "commonmark", "sass", "theme",
        "remote_theme", "livereload", "open_url", "page_excerpts", "ssl_cert", "ssl_key", "disable_disk_cache", "profile", "watch",
        "force_polling", "trace", "config", "whitelist", "gems", "pygments",
        // Of plug-ins.
        "feed", "pagination", "autopages", "compress_html", "jekyll-archives", "category_archive", "tag_archive", "archives",
        "webrick", "exclude_from_localization", "parallel_localization", "lang_from_path", "lang_vars", "jekyll-spaceship",
        "jekyll_compose", "jekyll-mentions", "last-modified-at", "scholar", "algolia", "toc_generator", "sitemap", "redirect_from",
        "include_cache", "pwa", "minify", "jekyll-minifier", "tag_page_layout", "tag_page_dir");

    // Themes read them; here layouts see them as site.key, and the theme has no use for them.
    private static readonly FrozenSet<string> OfThemes = FrozenSet.Create(
        StringComparer.Ordinal,
        "email", "tagline", "logo", "avatar", "social", "twitter", "facebook", "github", "google_analytics", "analytics", "disqus",
        "comments", "minima", "repository", "locale", "language", "default_lang", "masthead_title", "subtitle", "name",
        "breadcrumbs", "words_per_minute", "atom_feed", "staticman", "reCaptcha", "footer", "search", "search_full_content",
        "search_provider", "title_separator", "teaser", "og_image", "utterances", "giscus", "theme_mode", "cdn", "img_cdn", "toc",
        "assets", "webmaster_verifications", "google_site_verification", "bing_site_verification", "naver_site_verification",
        "show_excerpts", "plainwhite", "minimal_mistakes_skin", "navigation", "social_preview_image", "prefer_datetime_locale",
        "date_format", "pageviews", "about", "copyright");

    /// <summary>Whether Press knows what the key is, though it has no use for it.</summary>
    public static bool Knows(string key) => Meaningless.Contains(key) || OfThemes.Contains(key) || JekyllKeys.Names.Contains(key);

    /// <summary>The keys of the settings that change nothing here; those that only layouts read are none of them.</summary>
    public static IEnumerable<string> WithoutMeaning(SiteSettings settings) =>
        settings.Keys.Entries.Select(entry => entry.Key).Where(Meaningless.Contains);
}
