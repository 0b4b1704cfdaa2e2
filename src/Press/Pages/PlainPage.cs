using System.Collections;

namespace Press;

/// <summary>
/// What layouts see of a page that is no post: nothing that only posts have, and what the listing shows in whose place it stands.
/// </summary>
internal static class PlainPage
{
    private static readonly string[] OfDate = ["date", "date_iso", "date_text", "year"];

    // What an author writes of these goes before what the listing says.
    private static readonly string[] OfAuthor =
        ["title", "description", "lang", "url", "canonical", "translations", "alternates", "hidden"];

    /// <summary><c>page</c> of it.</summary>
    /// <param name="page">As a post would have it.</param>
    /// <param name="entry">The page.</param>
    /// <param name="listing"><c>page</c> of the listing in whose place it stands; null for none.</param>
    public static Dictionary<string, object?> Of(Dictionary<string, object?> page, PostEntry entry, Dictionary<string, object?>? listing)
    {
        page["json_ld"] = null;
        foreach (var key in entry.Date == DateTimeOffset.UnixEpoch ? OfDate : [])
            page.Remove(key);
        foreach (var (key, value) in listing ?? [])
        {
            if (!OfAuthor.Contains(key) || IsEmpty(page.GetValueOrDefault(key)))
                page[key] = value;
        }

        return page;
    }

    private static bool IsEmpty(object? value) => value is null or "" or ICollection { Count: 0 };
}
