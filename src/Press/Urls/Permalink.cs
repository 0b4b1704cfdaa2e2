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
        ["title"] = facts => facts.JekyllTitle ?? facts.Slug,
        ["slug"] = facts => facts.Slug,
        ["categories"] = facts =>
            string.Join('/', facts.Categories.Select(name => facts.JekyllTitle is null ? Slug.Of(name) : InLowerCase(name)).Distinct()),
        ["slugified_categories"] = facts => string.Join('/', facts.Categories.Select(Slug.Of).Distinct()),
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
    public sealed record Facts(DateTimeOffset Date, string Slug, IReadOnlyList<string> Categories)
    {
        /// <summary>What <c>:title</c> is in a Jekyll site; null in all others, where it is the slug.</summary>
        public string? JekyllTitle { get; init; }
    }

    /// <summary>
    /// The path: empty parts fall out, and a last part without an extension gets <c>.html</c>, since a blob container finds
    /// a page by its whole name only.
    /// </summary>
    /// <param name="pattern">One without <see cref="Fault"/>.</param>
    /// <param name="facts">What its placeholders stand for.</param>
    public static string Expand(string pattern, Facts facts)
    {
        var path = Placeholder().Replace(
            Resolve(pattern), match => Find(match) is var (name, rest) ? Placeholders[name](facts) + rest : match.Value);
        if (facts.JekyllTitle is not null)
            return LikeJekyll(path);
        var slash = path.EndsWith('/') && path.Trim('/') is not "" ? "/" : "";
        path = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)) + slash;
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
            if (Find(match) is null)
            {
                var hint = NearestName.Of(name, Placeholders.Keys) is { } nearest ? $" Did you mean ':{nearest}'?" : "";
                return $"':{name}' is not a placeholder.{hint}";
            }
        }

        return UrlPath.Fault(Placeholder().Replace(Resolve(pattern), "x")) is { } fault ? $"it {fault}." : null;
    }

    /// <summary>
    /// A path as Jekyll cleans it: no dots that lead upwards, no empty parts. Its file has the extension of a page, whatever the path ends
    /// in.
    /// </summary>
    public static string LikeJekyll(string path)
    {
        var clean = ("/" + path).Replace("..", "/", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);
        var parts = clean.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [])
            return "/";
        var isFile = !clean.EndsWith('/');
        return "/" + string.Join('/', parts) + (!isFile ? "/" : parts[^1].EndsWith(".html", StringComparison.Ordinal) ? "" : ".html");
    }

    /// <summary>
    /// The name of a placeholder, and an underscore behind it that is none of it (<c>:month_:day</c>); null for an unknown one.
    /// </summary>
    private static (string Name, string Behind)? Find(Match match) => match.Groups["name"].Value switch
    {
        var name when Placeholders.ContainsKey(name) => (name, ""),
        [.. var name, '_'] when Placeholders.ContainsKey(name) => (name, "_"),
        _ => null,
    };

    /// <summary>A category that cannot stand in a path as it is written stands there by its slug.</summary>
    private static string InLowerCase(string category) =>
        category.ToLowerInvariant() is var lower && UrlPath.Fault("/" + lower.Trim('/').Replace('#', '-')) is null
            ? lower
            : Slug.Of(category);

    /// <summary>A style's name stands for its pattern; a path may be written without its first slash.</summary>
    private static string Resolve(string pattern) =>
        Styles.TryGetValue(pattern, out var style) ? style : pattern.StartsWith('/') ? pattern : "/" + pattern;

    private static string Format(Facts facts, string format) => facts.Date.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(":(?<name>[a-z_]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
