using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Makes a path of a pattern with Jekyll's placeholders.</summary>
/// <seealso href="https://jekyllrb.com/docs/permalinks/"/>
internal static partial class Permalink
{
    private static readonly Dictionary<string, string> Styles = new(StringComparer.Ordinal)
    {
        ["date"] = "/:categories/:year/:month/:day/:title.html",
        ["pretty"] = "/:categories/:year/:month/:day/:title/",
        ["ordinal"] = "/:categories/:year/:y_day/:title.html",
        ["weekdate"] = "/:categories/:year/W:week/:short_day/:title.html",
        ["none"] = "/:categories/:title.html",
    };

    private static readonly Dictionary<string, Func<Facts, string>> Placeholders = new(StringComparer.Ordinal)
    {
        ["title"] = facts => facts.Slug,
        ["slug"] = facts => facts.Slug,
        ["categories"] = facts => string.Join('/', facts.Categories.Select(Slug.Of)),
        ["slugified_categories"] = facts => string.Join('/', facts.Categories.Select(Slug.Of)),
        ["year"] = facts => Format(facts, "yyyy"),
        ["short_year"] = facts => Format(facts, "yy"),
        ["month"] = facts => Format(facts, "MM"),
        ["i_month"] = facts => Format(facts, "%M"),
        ["short_month"] = facts => Format(facts, "MMM"),
        ["long_month"] = facts => Format(facts, "MMMM"),
        ["day"] = facts => Format(facts, "dd"),
        ["i_day"] = facts => Format(facts, "%d"),
        ["y_day"] = facts => facts.Date.DayOfYear.ToString("D3", CultureInfo.InvariantCulture),
        ["short_day"] = facts => Format(facts, "ddd"),
        ["long_day"] = facts => Format(facts, "dddd"),
        ["week"] = facts => ISOWeek.GetWeekOfYear(facts.Date.DateTime).ToString("D2", CultureInfo.InvariantCulture),
        ["w_year"] = facts => ISOWeek.GetYear(facts.Date.DateTime).ToString("D4", CultureInfo.InvariantCulture),
        ["w_day"] = facts => (((int)facts.Date.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture),
        ["hour"] = facts => Format(facts, "HH"),
        ["minute"] = facts => Format(facts, "mm"),
        ["second"] = facts => Format(facts, "ss"),
        ["output_ext"] = _ => ".html",
    };

    /// <summary>What placeholders stand for. The date counts in its own offset.</summary>
    public sealed record Facts(DateTimeOffset Date, string Slug, IReadOnlyList<string> Categories);

    /// <summary>
    /// The path: empty parts fall out, and a last part without an extension gets <c>.html</c>, since a blob container finds
    /// a page by its whole name only.
    /// </summary>
    /// <param name="pattern">One without <see cref="Fault"/>.</param>
    /// <param name="facts">What its placeholders stand for.</param>
    public static string Expand(string pattern, Facts facts)
    {
        var path = Placeholder().Replace(Resolve(pattern), match => Placeholders[match.Groups["name"].Value](facts));
        path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)) + (path.EndsWith('/') && path.Trim('/') is not "" ? "/" : "");
        return WithExtension(path);
    }

    /// <summary>The path of a page: one that names neither a folder nor an extension gets <c>.html</c>.</summary>
    public static string WithExtension(string path) => path.EndsWith('/') || Extension().IsMatch(path) ? path : path + ".html";

    /// <summary>What is wrong with a pattern, with the nearest right one; null if it is right.</summary>
    public static string? Fault(string pattern)
    {
        foreach (Match match in Placeholder().Matches(Resolve(pattern)))
        {
            var name = match.Groups["name"].Value;
            if (!Placeholders.ContainsKey(name))
                return $"':{name}' is not a placeholder.{(NearestName.Of(name, Placeholders.Keys) is { } nearest ? $" Did you mean ':{nearest}'?" : "")}";
        }

        return UrlPath.Fault(Placeholder().Replace(Resolve(pattern), "x")) is { } fault ? $"it {fault}." : null;
    }

    /// <summary>A style's name stands for its pattern; a path may be written without its first slash.</summary>
    private static string Resolve(string pattern) =>
        Styles.TryGetValue(pattern, out var style) ? style : pattern.StartsWith('/') ? pattern : "/" + pattern;

    private static string Format(Facts facts, string format) => facts.Date.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(":(?<name>[a-z_]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
