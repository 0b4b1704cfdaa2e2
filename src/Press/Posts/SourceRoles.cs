using System.Collections.Frozen;

namespace Press;

/// <summary>Tells posts from pages, and both from files that only belong to a repository.</summary>
internal static class SourceRoles
{
    private static readonly FrozenSet<string> OfRepositories = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "security", "contributors", "history", "authors");

    /// <summary>What a source is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hasFrontMatter">Whether it has one.</param>
    /// <param name="frontMatter">What stands in it.</param>
    /// <param name="isJekyllSite">
    /// Whether the folder alone makes a post: a page of a Jekyll site may have a date, or the layout of posts.
    /// </param>
    public static SourceRole Of(string name, bool hasFrontMatter, FrontMatter frontMatter, bool isJekyllSite)
    {
        var isDated = SourceName.DateAndStem(name).Date is not null;
        // Jekyll passes over a file that is a part of posts; one that was meant as a post is told that its date is missing.
        if (SourceName.IsInPostsFolder(name) && isJekyllSite && !isDated && !hasFrontMatter)
            return SourceRole.None;
        if (SourceName.IsInPostsFolder(name) || SourceName.IsInDraftsFolder(name))
            return SourceRole.Post;
        if (SourceName.KindOf(name) == SourceKind.Html)
            return SourceRole.Page;
        if (isDated)
            return SourceRole.Post;
        var isMarkedAsPost = frontMatter.Date is not null || frontMatter.Layout is "post";
        if (isMarkedAsPost)
            return isJekyllSite ? SourceRole.PostWithoutFolder : SourceRole.Post;
        if (!hasFrontMatter)
            return IsOfRepository(name) ? SourceRole.None : SourceRole.PostWithoutFolder;
        return frontMatter.Layout is not null || IsIndex(name) || IsNotFound(name) ? SourceRole.Page : SourceRole.PostWithoutFolder;
    }

    /// <summary>Whether the file is the first page of its folder.</summary>
    public static bool IsIndex(string name) => Path.GetFileNameWithoutExtension(name) is "index";

    /// <summary>Whether the file is the page for addresses that do not exist.</summary>
    public static bool IsNotFound(string name) => Path.GetFileNameWithoutExtension(name) is "404";

    private static bool IsOfRepository(string name) =>
        !name.Contains('/') && OfRepositories.Contains(Path.GetFileNameWithoutExtension(name));
}
