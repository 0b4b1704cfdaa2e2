using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Tells whether a parsed post could hold anything that sanitising would change. Sanitising costs many times the rendering, and
/// where all HTML comes from Markdig's own renderers and no URL can run, there is nothing to find.
/// </summary>
internal static class HtmlRisk
{
    /// <summary>
    /// The blocks of a document in which sanitising provably changes nothing. Ids are free to authors, and so are most classes.
    /// </summary>
    public static HashSet<Block> BlocksWithout(MarkdownDocument document) =>
        [.. document.Where(block => !IsRisk(block) && !block.Parts().Exists(IsRisk))];

    private static bool IsRisk(MarkdownObject part) => part switch
    {
        HtmlBlock or HtmlInline or MarkdownHtml => true,
        // Media by URL become players and frames.
        LinkInline { IsImage: true, Url: { } url } => !IsPlainImage(url) || HasProperties(part),
        LinkInline { Url: { } url } => !AllowList.HasSchemeOf(url) || HasProperties(part),
        AutolinkInline link => !link.IsEmail && !AllowList.HasSchemeOf(link.Url),
        _ => HasProperties(part),
    };

    private static bool HasProperties(MarkdownObject part) =>
        part.TryGetAttributes() is { } attributes
        && (attributes.Properties is { Count: > 0 }
            || attributes.Classes?.Exists(name => ReservedClasses.Without(name, out _) != name) == true);

    private static bool IsPlainImage(string url) =>
        AllowList.HasSchemeOf(url) && !url.Contains("//", StringComparison.Ordinal)
        && MediaTypes.OfMedia(url) is { } type && type.StartsWith("image/", StringComparison.Ordinal);
}
