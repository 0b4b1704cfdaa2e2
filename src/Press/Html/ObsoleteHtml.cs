using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Press;

/// <summary>
/// What HTML once said by elements and attributes that it has no more, said as it is said today: a post of then looks as it did. The
/// sanitiser judges what comes of it.
/// </summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/rendering.html"/>
/// <seealso href="https://html.spec.whatwg.org/multipage/obsolete.html"/>
internal static partial class ObsoleteHtml
{
    // HTML, section 15.3.1: the sizes of <font> from 1 to 7.
    private static readonly string[] Sizes = ["x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];
    private const int UsualSize = 3;

    private static readonly FrozenDictionary<string, (string Name, string? Style)> Renamed =
        new Dictionary<string, (string, string?)>(StringComparer.Ordinal)
        {
            ["acronym"] = ("abbr", null),
            ["big"] = ("span", "font-size: larger"),
            ["center"] = ("div", "text-align: center"),
            ["dir"] = ("ul", null),
            ["font"] = ("span", null),
            ["nobr"] = ("span", "white-space: nowrap"),
            ["strike"] = ("s", null),
            ["tt"] = ("code", null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // What the theme decides, or does anyway. Where they stand, nothing is missed.
    private static readonly FrozenSet<string> WithoutMeaning = FrozenSet.Create(
        StringComparer.Ordinal,
        "allowtransparency", "bordercolor", "cellpadding", "cellspacing", "charoff", "char", "compact", "frame", "frameborder", "longdesc",
        "marginheight", "marginwidth", "mozallowfullscreen", "noshade", "rules", "scrolling", "summary", "webkitallowfullscreen");

    /// <summary>The elements that get a name of today when they are written.</summary>
    public static IEnumerable<string> Elements => Renamed.Keys;

    /// <summary>The name by which an element is written.</summary>
    public static string NameOf(string element) => Renamed.TryGetValue(element, out var renamed) ? renamed.Name : element;

    /// <summary>Makes styles of obsolete attributes and elements, before those that the author wrote.</summary>
    /// <param name="root">Of the elements.</param>
    public static void Renew(IParentNode root)
    {
        foreach (var element in root.QuerySelectorAll("*"))
        {
            var style = Renamed.TryGetValue(element.LocalName, out var renamed) && renamed.Style is { } ofElement ? ofElement : "";
            foreach (var attribute in element.Attributes.ToList())
            {
                if (StyleOf(element.LocalName, attribute.Name, attribute.Value.Trim()) is not { } ofAttribute)
                    continue;
                element.RemoveAttribute(attribute.Name);
                style = Joined(style, ofAttribute);
            }

            if (style is not "")
                element.SetAttribute("style", Joined(style, element.GetAttribute("style") ?? ""));
        }
    }

    /// <summary>What an attribute comes to as a style; null if it is not obsolete, or says nothing that can be read.</summary>
    private static string? StyleOf(string element, string attribute, string value) => (element, attribute) switch
    {
        ("font", "color") => Color(value) is { } color ? $"color: {color}" : null,
        ("font", "face") => Names().IsMatch(value) ? $"font-family: {value}" : null,
        ("font", "size") => Size(value),
        ("table" or "tr" or "td" or "th", "bgcolor") => Color(value) is { } color ? $"background-color: {color}" : null,
        ("tr" or "td" or "th" or "thead" or "tbody" or "tfoot", "valign") =>
            value.ToLowerInvariant() is "top" or "middle" or "bottom" or "baseline" ? $"vertical-align: {value.ToLowerInvariant()}" : null,
        ("td" or "th", "nowrap") => "white-space: nowrap",
        ("br", "clear") => value.ToLowerInvariant() switch
        {
            "left" => "clear: left",
            "right" => "clear: right",
            "all" or "both" => "clear: both",
            _ => null,
        },
        ("img" or "iframe", "hspace") => Pixels(value) is { } wide ? $"margin-left: {wide}px; margin-right: {wide}px" : null,
        ("img" or "iframe", "vspace") => Pixels(value) is { } high ? $"margin-top: {high}px; margin-bottom: {high}px" : null,
        ("img", "border") => Pixels(value) switch { null => null, 0 => "", { } wide => $"border: {wide}px solid" },
        ("table", "border") => "",
        _ => WithoutMeaning.Contains(attribute) ? "" : null,
    };

    private static string? Size(string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
            return null;
        var step = value[0] is '+' or '-' ? UsualSize + Math.Clamp(size, -Sizes.Length, Sizes.Length) : size;
        return $"font-size: {Sizes[Math.Clamp(step, 1, Sizes.Length) - 1]}";
    }

    /// <summary>A colour; six digits have needed no <c>#</c>.</summary>
    private static string? Color(string value) =>
        !ColorName().IsMatch(value) ? null
        : value.Length is 6 && value.All(char.IsAsciiHexDigit) ? "#" + value
        : value;

    private static int? Pixels(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;

    private static string Joined(string first, string second) => first is "" ? second : second is "" ? first : $"{first}; {second}";

    [GeneratedRegex(@"^(#([0-9a-f]{3}|[0-9a-f]{6})|[a-z]+|[0-9a-f]{6})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ColorName();

    [GeneratedRegex(@"^[A-Za-z0-9 ,-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
