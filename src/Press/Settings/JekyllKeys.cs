using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>
/// Tells a site that was made for Jekyll by its <c>_config.yml</c>: by a key that only Jekyll knows, or by <c>compatibility: jekyll</c>.
/// </summary>
internal static class JekyllKeys
{
    /// <summary>All levels of headings.</summary>
    public static readonly ImmutableArray<int> AllLevels = [1, 2, 3, 4, 5, 6];

    /// <summary>The key by which a site says so itself.</summary>
    public const string Compatibility = "compatibility";

    /// <summary>Keys of Jekyll and its usual plug-ins. No setting of Press has one of these names.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "plugins", "gems", "whitelist", "theme", "remote_theme", "markdown", "markdown_ext", "kramdown", "collections",
        "collections_dir", "defaults", "highlighter", "sass", "safe", "incremental", "keep_files", "plugins_dir", "layouts_dir",
        "data_dir", "includes_dir", "show_drafts", "lsi", "liquid", "strict_front_matter", "paginate_path", "jekyll-archives",
        "rdiscount", "redcarpet", "minimal_mistakes_skin", "cache_dir", "sass_dir", "encoding", "limit_posts", "unpublished",
        "show_dir_listing", "disable_disk_cache", "force_polling", "livereload", "pygments", "minima", "show_excerpts",
        "exclude_from_localization", "parallel_localization", "lang_from_path", "compress_html", "category_archive", "tag_archive",
        "autopages", "scholar", "staticman", "masthead_title");

    /// <summary>The key that tells; null if the site is none of Jekyll's.</summary>
    public static string? Find(YamlMapping keys) =>
        keys.Entries.FirstOrDefault(entry =>
            Names.Contains(entry.Key) || entry is { Key: Compatibility, Value: YamlScalar { Text: "jekyll" } })?.Key;

    /// <summary>The levels of headings that <c>{:toc}</c> lists: <c>kramdown: toc_levels:</c>, <c>2..3</c> or a list.</summary>
    /// <seealso href="https://kramdown.gettalong.org/options.html#option-toc-levels"/>
    public static ImmutableArray<int> TocLevels(YamlMapping keys)
    {
        var written = (keys.Entries.FirstOrDefault(entry => entry.Key == "kramdown")?.Value as YamlMapping)?.Entries
            .FirstOrDefault(entry => entry.Key == "toc_levels")?.Value;
        var words = written switch
        {
            YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => item.Text),
            YamlScalar { Text: var text } => text.Split(','),
            _ => [],
        };
        ImmutableArray<int> levels = [.. words.SelectMany(LevelsOf).Distinct()];
        return levels is [] ? AllLevels : levels;
    }

    private static IEnumerable<int> LevelsOf(string word)
    {
        var ends = word.Split("..", StringSplitOptions.RemoveEmptyEntries).Select(
            end => int.TryParse(end, NumberStyles.None | NumberStyles.AllowLeadingWhite
            | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var level) ? level : 0).ToList();
        return ends is [] ? [] : AllLevels.Where(level => level >= ends[0] && level <= ends[^1]);
    }

    /// <summary>Whether <c>kramdown: smart_quotes:</c> turns curly quotes off, which it does by naming straight ones.</summary>
    public static bool TurnQuotesOff(YamlMapping keys) =>
        keys.Entries.FirstOrDefault(entry => entry.Key == "kramdown")?.Value is YamlMapping kramdown
        && kramdown.Entries.FirstOrDefault(entry => entry.Key == "smart_quotes")?.Value is YamlScalar { Text: var quotes }
        && quotes.Contains("apos", StringComparison.Ordinal);
}
