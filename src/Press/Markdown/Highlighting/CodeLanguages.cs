using System.Collections.Immutable;

namespace Press;

/// <summary>The languages that Press puts into classes, by all their names.</summary>
internal static class CodeLanguages
{
    private static readonly Dictionary<string, Lazy<LanguageTables>> ByName = Named();

    /// <summary>All of them.</summary>
    public static ImmutableArray<CodeLanguage> All =>
        [.. CLanguages.All, .. BraceLanguages.All, .. ScriptLanguages.All, .. FunctionalLanguages.All, .. WebLanguages.All,
        .. DataLanguages.All];

    /// <summary>The language that a fence names; null for an unknown one.</summary>
    /// <param name="name">In any case, and with what other tools read after it: <c>js{1,3}</c>.</param>
    public static LanguageTables? Find(string name)
    {
        var end = name.AsSpan().IndexOfAny("{:,;");
        return ByName.GetValueOrDefault(end < 0 ? name : name[..end])?.Value;
    }

    private static Dictionary<string, Lazy<LanguageTables>> Named()
    {
        var named = new Dictionary<string, Lazy<LanguageTables>>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in All)
        {
            var tables = new Lazy<LanguageTables>(() => new LanguageTables(language));
            named.Add(language.Name, tables);
            foreach (var alias in language.Aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                named.Add(alias, tables);
        }

        return named;
    }
}
