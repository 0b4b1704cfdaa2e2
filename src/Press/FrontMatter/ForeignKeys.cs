namespace Press;

/// <summary>
/// What keeps a post back in other tools: Hugo, Hexo, Ghost, WordPress, Astro, Docusaurus, Obsidian. An author who moved here must not
/// find a secret published for a key that has another name.
/// </summary>
/// <seealso href="https://gohugo.io/content-management/front-matter/"/>
/// <seealso href="https://ghost.org/docs/content-api/#posts"/>
internal static class ForeignKeys
{
    private const string Draft = "draft: true";
    private const string Unpublished = "published: false";
    private const string Unlisted = "hidden: true' to leave it out of listings, or 'published: false";

    // By the key in lower case, without hyphens, blanks and underscores.
    private static readonly Dictionary<string, ForeignKey> Keys = new(StringComparer.Ordinal)
    {
        ["draft"] = new(KeyMeaning.WhenTrue, Draft),
        ["drafts"] = new(KeyMeaning.WhenTrue, Draft),
        ["isdraft"] = new(KeyMeaning.WhenTrue, Draft),
        ["wip"] = new(KeyMeaning.WhenTrue, Draft),
        ["unpublished"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["private"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["privat"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["isprivate"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["secret"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["protected"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["encrypt"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["encrypted"] = new(KeyMeaning.WhenTrue, Unpublished),
        ["hidden"] = new(KeyMeaning.WhenTrue, Unlisted),
        ["ishidden"] = new(KeyMeaning.WhenTrue, Unlisted),
        ["hide"] = new(KeyMeaning.WhenTrue, Unlisted),
        ["unlisted"] = new(KeyMeaning.WhenTrue, Unlisted),
        ["listed"] = new(KeyMeaning.WhenFalse, Unlisted),
        ["publish"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["published"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["ispublished"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["public"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["ispublic"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["visible"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["isvisible"] = new(KeyMeaning.WhenFalse, Unpublished),
        ["status"] = new(KeyMeaning.ByWord, Draft),
        ["poststatus"] = new(KeyMeaning.ByWord, Draft),
        ["publishstatus"] = new(KeyMeaning.ByWord, Draft),
        ["state"] = new(KeyMeaning.ByWord, Draft),
        ["visibility"] = new(KeyMeaning.ByWord, Unpublished),
        ["access"] = new(KeyMeaning.ByWord, Unpublished),
        ["password"] = new(KeyMeaning.WhenWritten, Unpublished),
        ["passwd"] = new(KeyMeaning.WhenWritten, Unpublished),
        ["publishdate"] = new(KeyMeaning.From, "date: {0}"),
        ["pubdate"] = new(KeyMeaning.From, "date: {0}"),
        ["publishedat"] = new(KeyMeaning.From, "date: {0}"),
        ["publishat"] = new(KeyMeaning.From, "date: {0}"),
        ["publishon"] = new(KeyMeaning.From, "date: {0}"),
        ["publisheddate"] = new(KeyMeaning.From, "date: {0}"),
        ["publicationdate"] = new(KeyMeaning.From, "date: {0}"),
        ["datepublished"] = new(KeyMeaning.From, "date: {0}"),
        ["scheduled"] = new(KeyMeaning.From, "date: {0}"),
        ["scheduledat"] = new(KeyMeaning.From, "date: {0}"),
        ["embargo"] = new(KeyMeaning.From, "date: {0}"),
        ["expirydate"] = new(KeyMeaning.Until, Unpublished),
        ["expiry"] = new(KeyMeaning.Until, Unpublished),
        ["expires"] = new(KeyMeaning.Until, Unpublished),
        ["expiresat"] = new(KeyMeaning.Until, Unpublished),
        ["expireson"] = new(KeyMeaning.Until, Unpublished),
        ["expiredate"] = new(KeyMeaning.Until, Unpublished),
        ["expirationdate"] = new(KeyMeaning.Until, Unpublished),
        ["unpublishdate"] = new(KeyMeaning.Until, Unpublished),
        ["unpublishat"] = new(KeyMeaning.Until, Unpublished),
        ["unpublishon"] = new(KeyMeaning.Until, Unpublished),
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft", "private", "pending", "unpublished", "hidden", "unlisted", "scheduled", "future", "trash", "auto-draft", "wip",
        "protected",
        "secret", "members", "paid", "tiers", "internal", "초안", "임시", "임시저장", "작성중", "비공개", "예약",
    };

    // A slip of one of these is looked for; of the others it would more often be another word.
    private static readonly string[] Slips = ["draft", "published", "hidden"];

    /// <summary>Whether the key has a meaning here.</summary>
    public static bool IsKnown(string key) => Keys.ContainsKey(Fold(key));

    /// <summary>What the key means, also misspelt by a letter or two; null for any other.</summary>
    public static ForeignKey? Find(string key) =>
        Keys.TryGetValue(Fold(key), out var known) ? known
        : NearestName.Of(key, Slips) is { } slip && char.ToLowerInvariant(key[0]) == slip[0] ? Keys[slip]
        : null;

    /// <summary>Whether a word, as a status or a visibility, keeps a post back.</summary>
    public static bool KeepsBack(string word) => Words.Contains(word.Trim());

    private static string Fold(string key) =>
        key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}

/// <summary>When a key keeps a post back, and what to write here instead.</summary>
internal sealed record ForeignKey(KeyMeaning Meaning, string Write);

/// <summary>When a key keeps a post back.</summary>
internal enum KeyMeaning
{
    /// <summary>If it is true.</summary>
    WhenTrue,

    /// <summary>If it is false.</summary>
    WhenFalse,

    /// <summary>If it is one of some words: <c>status: draft</c>.</summary>
    ByWord,

    /// <summary>If it has any value.</summary>
    WhenWritten,

    /// <summary>Until the moment that it names.</summary>
    From,

    /// <summary>From that moment on.</summary>
    Until,
}
