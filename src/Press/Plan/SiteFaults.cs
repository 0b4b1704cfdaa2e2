using System.Globalization;

namespace Press;

/// <summary>Finds what is wrong with posts as parts of a site, links and URLs apart.</summary>
internal static class SiteFaults
{
    /// <summary>Markdown files that are neither post nor page.</summary>
    public static IEnumerable<Diagnostic> Unpublished(IEnumerable<string> sources) =>
        sources.Select(source => new Diagnostic(
            DiagnosticRules.NoFrontMatter,
            source,
            TextPosition.Start,
            "not published, since it has no front matter. Begin a page with two lines '---', "
                + "move a post to '_posts', or list the file under 'exclude'."));

    /// <summary>A site that names no language, and most of whose posts are written in Hangul.</summary>
    public static IEnumerable<Diagnostic> NoLanguage(IReadOnlyCollection<PostSummary> posts, SiteSettings settings)
    {
        // Where nothing is set, nothing is missing.
        if (settings.SaysLanguage || settings.ETag is "")
            yield break;
        var korean = posts.Count(post => post.Entry.Lang == settings.Language && post.IsKorean);
        if (korean * 2 > posts.Count)
        {
            yield return new Diagnostic(
                DiagnosticRules.NoLanguage,
                SiteSettings.FileName,
                TextPosition.Start,
                "most posts are in Korean, and the site names no language, "
                    + $"so that its pages say they are in '{settings.Language}'. Write 'lang: ko'.");
        }
    }

    /// <summary>Keys of other tools that keep a post back at this moment.</summary>
    public static IEnumerable<Diagnostic> KeptBack(IEnumerable<PostSummary> posts, DateTimeOffset now, SiteSettings settings)
    {
        foreach (var post in posts.Where(post => !post.IsWithheld))
        {
            if (post.ShownFrom is { } from && from.Moment > now && from.Moment >= post.Entry.Date && !settings.Future)
                yield return Warning(DiagnosticRules.KeptBack, post, from.Position, $"'{from.Key}' is not how Press has "
                    + $"it, but the post is kept back until {Day(from.Moment)}. Write '{from.Write}'.");
            if (post.ShownUntil is { } until && until.Moment <= now)
                yield return Warning(DiagnosticRules.KeptBack, post, until.Position, $"'{until.Key}' is not how Press has "
                    + $"it, but the post is taken back since {Day(until.Moment)}. Write '{until.Write}'.");
        }
    }

    /// <summary>Posts of one language that have the <c>page_id</c> of another one: most often a copy.</summary>
    /// <param name="posts">By source name (ordinal): the first one is right.</param>
    public static IEnumerable<Diagnostic> CopiedPageIds(IEnumerable<PostSummary> posts)
    {
        var owners = new Dictionary<(string, string), string>();
        foreach (var post in posts.Where(post => post.Entry.PageId is not null))
        {
            if (!owners.TryAdd((post.Entry.PageId!, post.Entry.Lang), post.SourceName))
                yield return Warning(DiagnosticRules.CopiedPageId, post, post.PageIdAt, $"'page_id: {post.Entry.PageId}' "
                    + $"is that of '{owners[(post.Entry.PageId!, post.Entry.Lang)]}', which is in '{post.Entry.Lang}' "
                    + "too. Translations have it in common: write another one, or another 'lang'.");
        }
    }

    /// <summary>Tags and categories that most posts spell otherwise; each spelling is reported once.</summary>
    /// <param name="posts">By source name (ordinal).</param>
    /// <param name="catalog">Knows all spellings.</param>
    public static IEnumerable<Diagnostic> OddSpellings(IReadOnlyCollection<PostSummary> posts, Catalog catalog) =>
        OddSpellings(posts, "tag", catalog.Index.Tags, post => post.Entry.Tags, post => post.TagsAt)
            .Concat(OddSpellings(posts, "category", catalog.Index.Categories, post => post.Entry.Categories, post => post.CategoriesAt));

    /// <summary>
    /// Authors that the site's data do not have, and that look like one of them. Who looks like nobody is a guest, and a site without data
    /// on authors has nobody.
    /// </summary>
    public static IEnumerable<Diagnostic> UnknownAuthors(IEnumerable<PostSummary> posts, SiteAuthors authors)
    {
        if (authors.Names.IsEmpty)
            yield break;
        foreach (var post in posts)
        {
            if (post.AuthorAt is not { } position)
                continue;
            foreach (var name in post.Entry.AuthorNames.Where(name => authors.Find(name) is null))
            {
                if (NearestName.Of(name, authors.Names) is { } nearest)
                    yield return Warning(DiagnosticRules.UnknownAuthor, post, position, $"'{name}' is no author "
                        + $"of _data/authors.yml. Did you mean '{nearest}'?");
            }
        }
    }

    private static IEnumerable<Diagnostic> OddSpellings(
        IEnumerable<PostSummary> posts, string kind, NameIndex index, Func<PostSummary, IEnumerable<string>> namesOf,
            Func<PostSummary, TextPosition> positionOf)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (post, name) in posts.SelectMany(post => namesOf(post).Select(name => (post, name))))
        {
            if (index.SpellingOf(name) is { } shown && shown != name && told.Add(name))
                yield return Warning(DiagnosticRules.SharedSlug, post, positionOf(post), $"the {kind} '{name}' has one "
                    + $"page with '{shown}', and that spelling is shown. Write '{shown}', or another word.");
        }
    }

    private static Diagnostic Warning(DiagnosticRule rule, PostSummary post, TextPosition position, string message) =>
        new(rule, post.SourceName, position, message);

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
