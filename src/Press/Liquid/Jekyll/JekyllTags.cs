namespace Press;

/// <summary>The names of the tags that Jekyll and its usual plug-ins add to Liquid.</summary>
/// <seealso href="https://jekyllrb.com/docs/liquid/tags/"/>
internal static class JekyllTags
{
    public const string Include = "include";
    public const string IncludeCached = "include_cached";
    public const string IncludeRelative = "include_relative";
    public const string Link = "link";
    public const string PostUrl = "post_url";
    public const string Highlight = "highlight";
    public const string Gist = "gist";
    public const string Seo = "seo";
    public const string FeedMeta = "feed_meta";

    /// <summary>Of polyglot, in both spellings that it knows.</summary>
    public const string LanguageHeaders = "i18n_headers";

    /// <inheritdoc cref="LanguageHeaders"/>
    public const string OldLanguageHeaders = "I18n_Headers";

    /// <summary>Of polyglot, in both spellings that it knows.</summary>
    public const string StaticHref = "static_href";

    /// <inheritdoc cref="StaticHref"/>
    public const string OldStaticHref = "Static_Href";
}
