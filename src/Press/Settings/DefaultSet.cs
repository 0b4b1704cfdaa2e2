using System.Text.RegularExpressions;

namespace Press;

/// <summary>Keys that sources have which do not say otherwise.</summary>
/// <param name="Path">The beginning of their names, perhaps with <c>*</c>; empty for all.</param>
/// <param name="Type">What they are: <c>posts</c>, <c>pages</c>; null for everything.</param>
/// <param name="Values">The keys.</param>
/// <seealso href="https://jekyllrb.com/docs/configuration/front-matter-defaults/"/>
internal sealed record DefaultSet(string Path, string? Type, YamlMapping Values)
{
    private readonly Regex? _glob = Path.Contains('*') ? GlobOf(Path) : null;

    /// <summary>How much of a name its path says: the more, the later it counts.</summary>
    public int Depth => Path.TrimStart('/').Length;

    /// <summary>The set that an entry of <c>defaults</c> writes; null for one that Jekyll passes over as well.</summary>
    public static DefaultSet? From(YamlValue entry)
    {
        if (entry is not YamlMapping set || Find(set, "values") is not YamlMapping values)
            return null;
        var scope = Find(set, "scope") as YamlMapping;
        var path = scope is null ? null : (Find(scope, "path") as YamlScalar)?.Text;
        var type = scope is null ? null : (Find(scope, "type") as YamlScalar)?.Text;
        return new DefaultSet((path ?? "").ToNormalForm(), type is "page" or "post" or "draft" ? type + "s" : type, values);
    }

    /// <summary>Whether it counts for a source.</summary>
    public bool AppliesTo(string name, string type) =>
        (Type is null || Type == type) && (_glob?.IsMatch(name) ?? name.StartsWith(Path, StringComparison.Ordinal));

    private static YamlValue? Find(YamlMapping keys, string key) => keys.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static Regex GlobOf(string path)
    {
        var pattern = Regex.Escape(path).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex("^" + pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    }
}
