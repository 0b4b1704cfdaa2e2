using System.Collections.Frozen;

namespace Press;

/// <summary>
/// The languages of giscus, which answers for no others: there is no comment below a post whose page asks for <c>pt-BR</c>.
/// </summary>
/// <seealso href="https://github.com/giscus/giscus/blob/main/i18n.js"/>
internal static class GiscusLanguage
{
    private const string Other = "en";

    // Some of its names are no tags of BCP 47.
    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["el"] = "gr",
        ["km"] = "kh",
        ["bs"] = "hbs",
        ["hr"] = "hbs",
        ["sr"] = "hbs",
        ["sh"] = "hbs",
        ["zh"] = "zh-CN",
        ["zh-SG"] = "zh-CN",
        ["zh-MO"] = "zh-HK",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ar", "be", "bg", "ca", "cs", "da", "de", "en", "eo", "es", "eu", "fa", "fr", "gsw", "he", "hu", "id", "it", "ja", "ko", "nl", "pl",
        "pt", "ro", "ru", "th", "tr", "vi", "uk", "uz", "zh-CN", "zh-Hans", "zh-Hant", "zh-TW", "zh-HK");

    /// <summary>The name of a language, or of the one that it is a kind of; English for those that giscus does not have.</summary>
    /// <param name="tag">A BCP 47 tag.</param>
    public static string Of(string tag)
    {
        while (true)
        {
            if (Named.TryGetValue(tag, out var name) || Known.TryGetValue(tag, out name))
                return name;
            var end = tag.LastIndexOf('-');
            if (end < 0)
                return Other;
            tag = tag[..end];
        }
    }
}
