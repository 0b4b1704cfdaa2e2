using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>What Press makes of a Jekyll site: what it found, what it does in place of plug-ins, and what it does not take over.</summary>
/// <param name="Key">The key of the settings by which the site is one of Jekyll's.</param>
public sealed record JekyllSummary(string Key)
{
    // A line with more names is read by nobody.
    private const int MaxNames = 12;

    public required int Posts { get; init; }

    public required int Pages { get; init; }

    public required int Drafts { get; init; }

    /// <summary>Plug-ins, each with what does the same here.</summary>
    public required ImmutableArray<string> Replaced { get; init; }

    /// <summary>What is in the folder and makes nothing here.</summary>
    public required ImmutableArray<string> NotTaken { get; init; }

    /// <summary>The pages whose URL ends otherwise than with Jekyll, by path.</summary>
    public required ImmutableArray<string> OtherUrls { get; init; }

    /// <summary>Settings that change nothing here.</summary>
    public required ImmutableArray<string> Settings { get; init; }

    /// <summary>Looks at a site.</summary>
    /// <param name="site">The site, read.</param>
    /// <param name="names">The names of all files of its folder, also of those that are no sources.</param>
    /// <returns>Null if it is no Jekyll site.</returns>
    public static JekyllSummary? Of(SiteState site, IEnumerable<string> names)
    {
        var settings = site.Site.Settings;
        if (JekyllKeys.Find(settings.Keys) is not { } key)
            return null;

        var plugins = JekyllPlugins.NamesIn(settings);
        var files = names.Where(name => !settings.Excludes(name)).ToList();
        var pages = site.Plan.Posts.Length - site.Catalog.Entries.Length;
        return new JekyllSummary(key)
        {
            Posts = site.Catalog.Entries.Length,
            Pages = pages,
            Drafts = files.Count(IsDraft) + site.WithheldPosts,
            Replaced =
            [
                .. plugins.Where(name => JekyllPlugins.ReplacementOf(name) is not null)
                    .Select(name => $"{name} ({JekyllPlugins.ReplacementOf(name)})"),
            ],
            NotTaken = [.. JekyllLeftovers.Of(settings, plugins, files)],
            OtherUrls =
            [
                .. site.Plan.Posts.Where(post => EndsOtherwise(post, settings))
                    .Select(post => post.Entry.Path)
                    .Order(StringComparer.Ordinal),
            ],
            Settings = [.. JekyllSettings.WithoutMeaning(settings)],
        };
    }

    /// <summary>The summary for people, a line for each thing that there is to say.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"A Jekyll site, since {SiteSettings.FileName} has '{Key}'.";
        yield return $"  found        {Count(Posts, "post")}, {Count(Pages, "page")}, {Count(Drafts, "draft")}";
        if (!Replaced.IsEmpty)
            yield return $"  built in     {List(Replaced)}";
        if (!NotTaken.IsEmpty)
            yield return $"  not taken    {List(NotTaken)}";
        yield return OtherUrls.IsEmpty
            ? "  URLs         as Jekyll has them"
            : $"  URLs         {Count(OtherUrls.Length, "page")} with '.html' where Jekyll writes no ending: {List(OtherUrls)}";
        if (!Settings.IsEmpty)
            yield return $"  no effect    {List(Settings)}";
    }

    private static bool IsDraft(string name) =>
        name.StartsWith("_drafts/", StringComparison.Ordinal) || name.Contains("/_drafts/", StringComparison.Ordinal);

    /// <summary>Whether Jekyll's URL has no ending; a web server finds its file all the same, and a blob container does not.</summary>
    private static bool EndsOtherwise(PostSummary post, SiteSettings settings)
    {
        if (!post.Entry.Path.EndsWith(".html", StringComparison.Ordinal))
            return false;
        var pattern = post.Permalink ?? (post.Role is SourceRole.Post ? settings.Permalink : "");
        return pattern.Contains('/') && !pattern.EndsWith('/') && !pattern.EndsWith(".html", StringComparison.Ordinal)
            && !pattern.EndsWith(":output_ext", StringComparison.Ordinal);
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");

    private static string List(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(MaxNames)) + (names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "");
}
