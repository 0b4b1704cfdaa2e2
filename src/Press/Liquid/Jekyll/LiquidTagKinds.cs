using System.Collections.Frozen;

namespace Press;

/// <summary>The tags that templates of a Jekyll site may have.</summary>
internal static class LiquidTagKinds
{
    /// <summary>Tags that have an end.</summary>
    public static FrozenSet<string> Blocks { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "highlight",
            JekyllTags.StaticHref, JekyllTags.OldStaticHref);

    /// <summary>Tags that stand alone.</summary>
    public static FrozenSet<string> Single { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "assign", "cycle", "increment", "decrement", "break", "continue", "echo", "#",
        JekyllTags.Include, JekyllTags.IncludeRelative, JekyllTags.IncludeCached, JekyllTags.Link, JekyllTags.PostUrl, JekyllTags.Gist,
        JekyllTags.Seo, JekyllTags.FeedMeta, JekyllTags.LanguageHeaders, JekyllTags.OldLanguageHeaders);

    /// <summary>What the parts of a block may begin with.</summary>
    public static bool IsPartOf(string block, string tag) => block switch
    {
        "if" or "unless" => tag is "elsif" or "else",
        "case" => tag is "when" or "else",
        "for" => tag is "else",
        _ => false,
    };
}
