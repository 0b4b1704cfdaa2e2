using System.Collections.Immutable;

namespace Press;

/// <summary>A text of the settings, perhaps another one for each language.</summary>
/// <param name="ByLanguage">By tag; the first is for languages that are not among them, unless the site's own is.</param>
public sealed record LocalText(ImmutableArray<KeyValuePair<string, string>> ByLanguage)
{
    /// <summary>One text for all languages.</summary>
    public static LocalText Of(string text) => new([KeyValuePair.Create("", text)]);

    /// <summary>
    /// The text for a language: its own, else that of the language without its region, else the site's own, else the first.
    /// </summary>
    /// <param name="language">A tag.</param>
    /// <param name="siteLanguage">The site's own.</param>
    public string In(string language, string siteLanguage) =>
        Find(language) ?? Find(language.Split('-')[0]) ?? Find(siteLanguage) ?? ByLanguage[0].Value;

    /// <summary>Whether the language has a text of its own.</summary>
    public bool Has(string language) => Find(language) is not null;

    private string? Find(string language) => ByLanguage.FirstOrDefault(text => text.Key == language).Value;
}
