using System.Collections.Frozen;
using Ganss.Xss;

namespace Press;

/// <summary>What an author's HTML may hold. Everything else is taken out: nothing of it can run, load a script or cover the page.</summary>
internal static class AllowList
{
    private static readonly FrozenSet<string> Elements = Words("""
        a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt
        em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label li main mark nav ol p
        picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track
        u ul var video wbr
        """);

    private static readonly FrozenSet<string> Attributes = Words("""
        abbr align allow allowfullscreen alt checked cite class colspan controls datetime decoding default dir disabled headers height
        href hreflang id kind label lang loading loop media muted open playsinline poster preload referrerpolicy rel reversed role
        rowspan sandbox scope sizes span src srclang srcset start style tabindex target title type value width
        """);

    private static readonly FrozenSet<string> UrlAttributes = Words("cite href poster src");

    private static readonly FrozenSet<string> UrlLists = Words("srcset");

    private static readonly FrozenSet<string> Schemes = Words("http https mailto tel");

    // Nothing that takes an element out of its place in the text, and nothing that loads.
    private static readonly FrozenSet<string> Properties = Words("""
        align-content align-items align-self aspect-ratio background-color border border-bottom border-bottom-color
        border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
        border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color
        border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
        border-top-right-radius border-top-style border-top-width border-width box-sizing break-after break-before break-inside
        caption-side clear color column-count column-gap columns direction display flex flex-basis flex-direction flex-flow flex-grow
        flex-shrink flex-wrap float font font-family font-size font-stretch font-style font-variant font-weight gap
        grid-template-columns height hyphens justify-content justify-items letter-spacing line-height list-style list-style-position
        list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width object-fit
        object-position opacity order overflow overflow-wrap overflow-x overflow-y padding padding-bottom padding-left padding-right
        padding-top row-gap tab-size table-layout text-align text-decoration text-indent text-transform text-wrap vertical-align
        white-space width word-break word-spacing word-wrap
        """);

    // Old ones are written by names of today once they are through.
    private static readonly FrozenSet<string> Passing =
        Elements.Concat(ObsoleteHtml.Elements).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A sanitiser with these lists, ready for one use.</summary>
    public static HtmlSanitizer NewSanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = Passing,
        AllowedAttributes = Attributes,
        UriAttributes = UrlAttributes,
        UriListAttributes = UrlLists,
        AllowedSchemes = Schemes,
        AllowedCssProperties = Properties,
    })
    {
        AllowDataAttributes = true,
        KeepChildNodes = true,
    };

    /// <summary>Whether an element of HTML may stand in a post.</summary>
    public static bool HasElement(string name) => Elements.Contains(name);

    /// <summary>Whether an attribute may stand in a post, its value apart.</summary>
    public static bool HasAttribute(string name) => Attributes.Contains(name);

    /// <summary>Whether a CSS property may stand in a <c>style</c> attribute.</summary>
    public static bool HasProperty(string name) => Properties.Contains(name);

    /// <summary>Whether a URL leads where links may lead: to a scheme of the list, or along a path.</summary>
    public static bool HasSchemeOf(string url)
    {
        if (url.Any(char.IsControl))
            return false;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || url.AsSpan(0, colon).ContainsAny("/?#") || Schemes.Contains(url[..colon].ToLowerInvariant());
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
