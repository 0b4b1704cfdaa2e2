using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Press;

/// <summary>A script of a service that the settings name, and what the policy of pages has to allow for it.</summary>
/// <param name="Url">Of the script.</param>
/// <param name="Attributes">What the script is told, in order; an empty value is an attribute without one.</param>
/// <param name="Sources">What it loads.</param>
public sealed record EmbeddedScript(string Url, ImmutableArray<KeyValuePair<string, string>> Attributes, ContentSources Sources)
{
    /// <summary>The <c>script</c> element.</summary>
    /// <param name="language">Of the page; written where <see cref="LanguageAttribute"/> is set.</param>
    public string ToHtml(string language)
    {
        var html = new StringBuilder("<script src=\"").Append(WebUtility.HtmlEncode(Url)).Append('"');
        var attributes = LanguageAttribute is null ? Attributes : Attributes.Add(KeyValuePair.Create(LanguageAttribute, language));
        foreach (var (name, value) in attributes)
        {
            html.Append(' ').Append(name);
            if (value is not "")
                html.Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        return html.Append("></script>").ToString();
    }

    /// <summary>The attribute by which the script is told the language of the page; null for none.</summary>
    public string? LanguageAttribute { get; init; }
}
