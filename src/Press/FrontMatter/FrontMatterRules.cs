using System.Collections.Immutable;

namespace Press;

/// <summary>What a front matter is read with besides itself.</summary>
/// <param name="Zone">The time zone of dates that name no offset.</param>
internal sealed record FrontMatterRules(TimeZoneInfo Zone)
{
    /// <summary>Whether dates and categories mean what they mean to Jekyll.</summary>
    public bool LikeJekyll { get; init; }

    /// <summary>A key that means what <c>page_id</c> does; null for none.</summary>
    public string? TranslationKey { get; init; }

    /// <summary>Keys that the settings give to every source like this one.</summary>
    public YamlMapping Defaults { get; init; } = YamlMapping.Empty;

    /// <summary>The folders above <c>_posts</c>, which are categories.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];
}
