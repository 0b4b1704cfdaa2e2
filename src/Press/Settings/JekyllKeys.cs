using System.Collections.Frozen;

namespace Press;

/// <summary>
/// Tells a site that was made for Jekyll by its <c>_config.yml</c>: by a key that only Jekyll knows, or by <c>compatibility: jekyll</c>.
/// </summary>
internal static class JekyllKeys
{
    /// <summary>The key by which a site says so itself.</summary>
    public const string Compatibility = "compatibility";

    /// <summary>Keys of Jekyll and its usual plug-ins. No setting of Press has one of these names.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "plugins", "gems", "whitelist", "theme", "remote_theme", "markdown", "markdown_ext", "kramdown", "collections", "collections_dir", "defaults",
        "highlighter", "sass", "safe", "incremental", "keep_files", "plugins_dir", "layouts_dir", "data_dir", "includes_dir", "show_drafts",
        "lsi", "liquid", "strict_front_matter", "paginate_path", "jekyll-archives", "rdiscount", "redcarpet", "minimal_mistakes_skin");

    /// <summary>The key that tells; null if the site is none of Jekyll's.</summary>
    public static string? Find(YamlMapping keys) =>
        keys.Entries.FirstOrDefault(entry => Names.Contains(entry.Key) || entry is { Key: Compatibility, Value: YamlScalar { Text: "jekyll" } })?.Key;

    /// <summary>Whether <c>kramdown: smart_quotes:</c> turns curly quotes off, which it does by naming straight ones.</summary>
    public static bool TurnQuotesOff(YamlMapping keys) =>
        keys.Entries.FirstOrDefault(entry => entry.Key == "kramdown")?.Value is YamlMapping kramdown
        && kramdown.Entries.FirstOrDefault(entry => entry.Key == "smart_quotes")?.Value is YamlScalar { Text: var quotes }
        && quotes.Contains("apos", StringComparison.Ordinal);
}
