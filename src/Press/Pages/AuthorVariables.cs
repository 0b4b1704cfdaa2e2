namespace Press;

/// <summary>What layouts see of authors.</summary>
internal static class AuthorVariables
{
    /// <summary>An author on the page of a post: <c>name</c>, <c>url</c> (nil without a page) and <c>picture</c> (nil without).</summary>
    public static Dictionary<string, object?> OfLink(AuthorLink link, SiteSettings settings, SiteImages images) => new()
    {
        ["name"] = link.Name,
        ["url"] = link.Path is { } path ? settings.Link(path) : null,
        ["picture"] = PageVariables.Image(settings.LinkOf(link.Data?.Picture), images),
    };

    /// <summary>An author on the author's own page.</summary>
    public static Dictionary<string, object?> Of(SiteAuthor author, SiteSettings settings, SiteImages images) => new()
    {
        ["name"] = author.Name,
        ["bio"] = author.Bio,
        ["picture"] = PageVariables.Image(settings.LinkOf(author.Picture), images),
        ["links"] = author.Links.Select(link => Of(link, settings)).ToList(),
    };

    /// <summary>A link to another place.</summary>
    public static Dictionary<string, object?> Of(SocialLink link, SiteSettings settings) =>
        new() { ["label"] = link.Label, ["url"] = settings.LinkOf(link.Url) };
}
