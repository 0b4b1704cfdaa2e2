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
    /// <param name="language">Of the page, for <see cref="LanguageAttribute"/>.</param>
    public string ToHtml(string language)
    {
        var html = new StringBuilder();
        if (Before is not null)
            html.Append("<script>").Append(Before).Append("</script>");
        html.Append("<script src=\"").Append(WebUtility.HtmlEncode(Url)).Append('"');
        foreach (var (name, value) in LanguageAttribute is { } attribute ? Attributes.Add(attribute(language)) : Attributes)
        {
            html.Append(' ').Append(name);
            if (value is not "")
                html.Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        return html.Append("></script>").ToString();
    }

    /// <summary>The attribute that names the language of a page, from its BCP 47 tag; null for none.</summary>
    public Func<string, KeyValuePair<string, string>>? LanguageAttribute { get; init; }

    /// <summary>
    /// JavaScript of our own that runs before the script, in the page; null for none. It has no <c>&lt;</c>, and
    /// <see cref="Sources"/> has its hash.
    /// </summary>
    public string? Before { get; init; }
}
