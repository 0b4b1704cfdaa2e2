using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Press;

/// <summary>What search engines read of a post: JSON-LD of the type BlogPosting.</summary>
/// <seealso href="https://schema.org/BlogPosting"/>
internal static class StructuredData
{
    // Letters of every script stay as they are, which is half as long for Hangul; none of < > & ' " does.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data as they stand in a <c>script</c> element: the encoder leaves no <c>&lt;</c> in it.</summary>
    public static string Of(PostEntry entry, string description, ImmutableArray<AuthorLink> authors, SiteSettings settings)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BlogPosting",
            ["headline"] = entry.Title,
            ["description"] = description,
            ["url"] = entry.Url,
            ["mainEntityOfPage"] = entry.Url,
            ["datePublished"] = PageVariables.Iso(entry.Date),
            ["dateModified"] = PageVariables.Iso(entry.Updated ?? entry.Date),
            ["inLanguage"] = entry.Lang,
            ["wordCount"] = entry.WordCount,
            ["author"] = authors switch
            {
                [] => Person(settings.TitleIn(entry.Lang), url: null),
                [var author] => PersonOf(author, settings),
                _ => new JsonArray([.. authors.Select(author => PersonOf(author, settings))]),
            },
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = settings.TitleIn(entry.Lang) },
        };
        if (entry.Image is { } image)
            data["image"] = image;
        if (!entry.Tags.IsEmpty)
            data["keywords"] = new JsonArray([.. entry.Tags.Select(tag => JsonValue.Create(tag))]);
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Writing))
            data.WriteTo(writer);
        return Encoding.UTF8.GetString(written.ToArray());
    }

    /// <summary>An author: found at the author's page, else at the first place that the site's data name.</summary>
    private static JsonObject PersonOf(AuthorLink author, SiteSettings settings) => Person(
        author.Name,
        author.Path is { } path ? settings.AbsoluteLink(path) : settings.LinkOf(author.Data?.Links.FirstOrDefault()?.Url));

    private static JsonObject Person(string name, string? url)
    {
        var person = new JsonObject { ["@type"] = "Person", ["name"] = name };
        if (url is not null)
            person["url"] = url;
        return person;
    }
}
