using System.Collections.Frozen;

namespace Press;

/// <summary>
/// What a drawing may hold, as data: SVG 1.1 and SVG 2 less what runs, and the namespaces in which drawing programs keep notes that no
/// browser looks at.
/// </summary>
/// <seealso href="https://www.w3.org/TR/SVG2/eltindex.html"/>
/// <seealso href="https://www.w3.org/TR/SVG2/attindex.html"/>
internal static class SvgVocabulary
{
    public const string Svg = "http://www.w3.org/2000/svg";
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
    public const string XLink = "http://www.w3.org/1999/xlink";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>SVG's elements, and Inkscape's <c>flow...</c> of a draft, which browsers pass over.</summary>
    public static readonly FrozenSet<string> Elements = Words("""
        a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath color-profile
        cursor defs desc
        discard ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
        fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format font-face-name font-face-src
        font-face-uri foreignObject g glyph glyphRef hatch hatchpath hkern image line linearGradient marker mask mesh meshgradient meshpatch
        meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set solidcolor stop style svg switch symbol
        text textPath title tref tspan use view vkern flowRoot flowRegion flowRegionExclude flowPara flowSpan flowDiv flowLine
        """);

    /// <summary>What runs, loads or embeds in whatever namespace a browser gives it: a drawing with one is refused, not cleaned.</summary>
    public static readonly FrozenSet<string> Active = Words("""
        applet audio base canvas embed form frame frameset handler iframe link listener meta object portal script source track video
        """, StringComparer.OrdinalIgnoreCase);

    /// <summary>The attributes of SVG without namespace. What begins with <c>data-</c> or <c>aria-</c> may stand beside them.</summary>
    public static readonly FrozenSet<string> Attributes = Words("""
        accent-height accumulate additive alignment-baseline allowReorder alphabetic amplitude arabic-form ascent attributeName
        attributeType
        autoReverse azimuth background background-color baseFrequency baseline-shift baseProfile bbox begin bias
        block-progression by calcMode
        cap-height class clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-profile
        color-rendering color-scheme content contentScriptType contentStyleType cursor cx cy d decelerate descent
        diffuseConstant direction display
        divisor dominant-baseline dur dx dy edgeMode elevation enable-background end exponent externalResourcesRequired fill fill-opacity
        fill-rule filter filterRes filterUnits flood-color flood-opacity focusable font font-family font-feature-settings font-kerning
        font-size font-size-adjust font-stretch font-style font-synthesis font-variant font-variant-ligatures font-weight format
        fr from fx fy
        g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical glyphRef gradientTransform gradientUnits hanging height
        hatchContentUnits hatchUnits horiz-adv-x horiz-origin-x horiz-origin-y id ideographic image-rendering in in2 intercept
        isolation k k1 k2 k3
        k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes lang lengthAdjust letter-spacing lighting-color
        limitingConeAngle line-height local marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type
        maskContentUnits maskUnits mathematical max media method min mix-blend-mode mode name nonce numOctaves offset opacity operator order
        orient orientation origin overflow overline-position overline-thickness paint-order panose-1 path pathLength patternContentUnits
        patternTransform patternUnits pitch pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
        primitiveUnits r radius refX refY rel rendering-intent repeatCount repeatDur requiredExtensions requiredFeatures requiredFonts
        requiredFormats restart result role rotate rx ry scale seed shape-inside shape-padding shape-rendering side slope
        solid-color solid-opacity spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stemh stemv
        stitchTiles stop-color
        stop-opacity strikethrough-position strikethrough-thickness string stroke stroke-dasharray stroke-dashoffset stroke-linecap
        stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tabindex tableValues target targetX
        targetY text-align text-anchor text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent
        text-orientation text-overflow text-rendering text-transform textLength title to transform transform-box transform-origin
        type u1 u2 underline-position underline-thickness unicode unicode-bidi unicode-range units-per-em v-alphabetic v-hanging
        v-ideographic
        v-mathematical values vector-effect version vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget visibility white-space width
        widths will-change word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan zoom
        """);

    /// <summary>Attributes whose values are data and never CSS: nothing in them loads, whatever they hold.</summary>
    public static readonly FrozenSet<string> PlainAttributes = Words("""
        class content d id lang name points requiredExtensions requiredFeatures requiredFonts requiredFormats role string
        systemLanguage target title
        unicode version viewBox
        """);

    /// <summary>The attributes of XML itself; <c>xml:base</c> would bring references elsewhere.</summary>
    public static readonly FrozenSet<string> XmlAttributes = Words("id lang space");

    public static readonly FrozenSet<string> XLinkAttributes = Words("actuate arcrole role show title type");

    /// <summary>HTML as a label of draw.io or Mermaid has it: text with its marks.</summary>
    public static readonly FrozenSet<string> LabelElements = Words("""
        a abbr b bdi bdo big blockquote br center cite code dd del dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr
        i img ins kbd
        label li mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr
        """);

    /// <summary>HTML of which the text was never shown as text.</summary>
    public static readonly FrozenSet<string> WithoutText = Words("""
        button datalist head input math noembed noframes noscript option select style template textarea title xmp
        """);

    public static readonly FrozenSet<string> LabelAttributes = Words("""
        align alt bgcolor border cellpadding cellspacing class color colspan dir face height id lang role rowspan size start
        style title valign
        value width
        """);

    private static readonly FrozenSet<string> Editors = Words("""
        http://bohemiancoding.com/sketch/ns http://creativecommons.org/ns# http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd
        http://krita.org/namespaces/svg/krita http://purl.org/dc/elements/1.1/ http://purl.org/dc/terms/
        http://schemas.microsoft.com/visio/2003/SVGExtensions/ http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd http://svgjs.com/svgjs
        http://svgjs.dev/svgjs http://vectornator.io http://web.resource.org/cc/ http://www.bohemiancoding.com/sketch/ns
        http://www.corel.com/coreldraw/odm/2003 http://www.figma.com/figma/ns http://www.inkscape.org/namespaces/inkscape
        http://www.openswatchbook.org/uri/2009/osb http://www.serif.com/ http://www.w3.org/1999/02/22-rdf-syntax-ns#
        http://www.w3.org/2000/01/rdf-schema# http://xml.openoffice.org/svg/export https://boxy-svg.com https://sketch.io/dtd/
        """);

    /// <summary>Whether a namespace holds a drawing program's notes. No browser knows it, and so nothing in it is shown or run.</summary>
    public static bool IsEditors(string ns) => Editors.Contains(ns) || ns.StartsWith("http://ns.adobe.com/", StringComparison.Ordinal);

    private static FrozenSet<string> Words(string words, StringComparer? comparer = null) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(comparer ?? StringComparer.Ordinal);
}
