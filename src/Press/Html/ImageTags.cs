using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Dresses the <c>&lt;img&gt;</c> of rendered HTML: with a size, so that nothing jumps, with smaller versions, and so that what is
/// below the fold comes later. The HTML is our own renderers', who write attributes in double quotes; parsing it once more would cost more
/// than rendering did.
/// </summary>
internal static partial class ImageTags
{
    // The width of a text column.
    private const int Column = 768;
    private const string ColumnSizes = "(max-width: 48rem) 100vw, 48rem";

    /// <summary>The files of the site that the images show, each once, as they come.</summary>
    public static IEnumerable<string> FilesOf(string html, SiteSettings settings) => Images(html)
        .Select(image => settings.FileOf(Attributes(image).GetValueOrDefault("src")))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether one of the images is what is at a link.</summary>
    public static bool Shows(string html, string? link, SiteSettings settings) =>
        link is not null && Images(html).Any(image =>
            Attributes(image).GetValueOrDefault("src") is { } source
            && (source == link || (settings.FileOf(source) is { } file && file == settings.FileOf(link))));

    /// <summary>The HTML with all its images dressed.</summary>
    /// <param name="html">What a post was rendered to.</param>
    /// <param name="images">The pictures of the site, or at least those that it shows.</param>
    /// <param name="firstIsInView">Whether the first image is likely to be seen at once, and so is fetched before others.</param>
    public static string Dress(string html, SiteImages images, bool firstIsInView)
    {
        if (!HasImages(html))
            return html;
        var waits = !firstIsInView;
        return Tag().Replace(html, match =>
        {
            if (!match.Groups["attributes"].Success)
                return match.Value;
            var dressed = Dress(match, images, waits);
            waits = true;
            return dressed;
        });
    }

    private static string Dress(Match tag, SiteImages images, bool waits)
    {
        var attributes = Attributes(tag);
        var (written, added) = (tag.Groups["attributes"].Value, "");
        if (attributes.TryGetValue("src", out var link) && images.At(link) is { } image
            && ImageBox.Of(
                image.Facts,
                attributes.GetValueOrDefault("width"),
                attributes.GetValueOrDefault("height"),
                attributes.GetValueOrDefault("style", "")) is { } box)
        {
            if (box.Style is { } style)
                written = WithStyle(written, style);
            added += Number("width", box.Width) + Number("height", box.Height);
            if (!attributes.ContainsKey("srcset") && images.SourceSetOf(link) is { } sources)
                added += $" srcset=\"{WebUtility.HtmlEncode(sources)}\""
                    + (attributes.ContainsKey("sizes") ? "" : $" sizes=\"{SizesOf(box.Shown ?? Column)}\"");
        }

        // What is lazy by its author's will is not called for in haste.
        if (!attributes.ContainsKey("loading"))
            added += waits ? " loading=\"lazy\"" : attributes.ContainsKey("fetchpriority") ? "" : " fetchpriority=\"high\"";
        return $"<img{written}{added}{tag.Groups["end"].Value}";
    }

    /// <summary>Adds a declaration behind those of the author, which stay to the letter; there are some.</summary>
    private static string WithStyle(string attributes, string declaration)
    {
        var style = Attribute().Matches(attributes)
            .First(attribute => attribute.Groups["name"].Value.Equals("style", StringComparison.OrdinalIgnoreCase)).Groups["value"];
        return $"{attributes[..style.Index]}{style.Value.TrimEnd(';', ' ')}; {declaration}{attributes[(style.Index + style.Length)..]}";
    }

    private static string SizesOf(int shown) =>
        shown >= Column ? ColumnSizes : string.Create(CultureInfo.InvariantCulture, $"(max-width: {shown}px) 100vw, {shown}px");

    private static string Number(string name, int? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{number}\"") : "";

    private static bool HasImages(string html) => html.Contains("<img", StringComparison.Ordinal);

    private static IEnumerable<Match> Images(string html) =>
        HasImages(html) ? Tag().Matches(html).Where(match => match.Groups["attributes"].Success) : [];

    /// <summary>The attributes of a tag, their values without entities.</summary>
    private static Dictionary<string, string> Attributes(Match tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(tag.Groups["attributes"].Value))
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
        return attributes;
    }

    // Comments, scripts and styles may hold what looks like a tag.
    [GeneratedRegex(
        """<!--.*?(-->|\z)"""
            + """|<(?<raw>script|style|textarea|title|template|noscript|xmp)\b.*?(</\k<raw>|\z)"""
            + """|<img(?<attributes>(?>\s+[^\s"'<>/=]+(?:="[^"]*")?)*)(?<end>\s*/?>)""",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>[^\s"'<>/=]+)(="(?<value>[^"]*)")?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
