using System.Collections.Frozen;
using Fluid.Values;

namespace Press;

/// <summary>
/// What the Liquid of a post sees: <c>page</c> is the post, <c>site</c> the settings and the data. Other posts it does not see; a page
/// that is no post sees all of them.
/// </summary>
/// <seealso href="https://jekyllrb.com/docs/variables/"/>
internal static class PostVariables
{
    /// <summary>Names of <c>site</c> that layouts have, and posts do not.</summary>
    private static readonly Dictionary<string, string> OfLayouts = new(StringComparer.Ordinal)
    {
        ["posts"] = OtherPosts,
        ["related_posts"] = OtherPosts,
        ["tags"] = OtherPosts,
        ["categories"] = OtherPosts,
        ["pages"] = OtherPosts,
        ["html_pages"] = OtherPosts,
        ["documents"] = OtherPosts,
        ["static_files"] = NoList,
        ["html_files"] = NoList,
        ["collections"] = NoList,
        ["time"] = "it would change the page with every build",
    };

    private const string OtherPosts = "a post would change with all others. Write what lists posts into a page or a layout";
    private const string NoList = "Press has no such list. Write links instead";

    // What a page sees of all posts: see JekyllVariables.OfPosts.
    private static readonly FrozenSet<string> OfPages = FrozenSet.Create(
        StringComparer.Ordinal, "posts", "related_posts", "tags", "categories", "pages", "html_pages", "documents");

    /// <summary>Whether it is a page, or one if the site has a folder of posts.</summary>
    public static bool MayBePage(Post post) => post.Role is SourceRole.Page or SourceRole.PostWithoutFolder;

    /// <summary><c>page</c>.</summary>
    /// <param name="post">The post, whose body need not be there.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="isPage">Whether it is a page and no post.</param>
    public static Dictionary<string, object?> OfPage(Post post, SiteSettings settings, bool isPage)
    {
        var page = ((Dictionary<string, object?>)post.FrontMatter.Keys.ToPlain())
            .ToDictionary(key => key.Key, key => YamlMoment.Of(key.Value), StringComparer.Ordinal);
        page["title"] = post.Title;
        page["date"] = TimeZoneInfo.ConvertTime(post.Date, settings.TimeZone);
        page["slug"] = post.Slug;
        page["url"] = isPage ? post.PagePath : post.Path;
        if (!isPage)
        {
            page["id"] = Path.ChangeExtension(post.Path, null).TrimEnd('/');
            page["collection"] = "posts";
        }

        page["path"] = post.SourceName;
        page["name"] = post.SourceName[(post.SourceName.LastIndexOf('/') + 1)..];
        page["tags"] = post.FrontMatter.Tags;
        page["categories"] = post.FrontMatter.Categories;
        page["lang"] = post.Language;
        return page;
    }

    /// <summary><c>site</c>.</summary>
    /// <param name="site">What is in it.</param>
    /// <param name="isPage">Whether it is for a page, which sees all posts once they are known.</param>
    /// <param name="budget">Takes a note for what is not to be had.</param>
    public static FluidValue OfSite(Dictionary<string, object?> site, bool isPage, LiquidBudget budget)
    {
        var values = LiquidValues.ToFluid(site);
        return new DictionaryValue(new WatchedValues(values, name =>
        {
            if (OfLayouts.TryGetValue(name, out var reason) && !values.ContainsKey(name) && !(isPage && OfPages.Contains(name)))
                budget.Notes.Add(new LiquidNote(
                    DiagnosticRules.NotInPosts,
                    budget.Place,
                    name,
                    $"there is no 'site.{name}' here: {reason}"));
        }));
    }

    /// <summary>Values of which it is noticed which are asked for.</summary>
    private sealed class WatchedValues(Dictionary<string, FluidValue> values, Action<string> ask) : IFluidIndexable
    {
        public int Count => values.Count;

        public IEnumerable<string> Keys => values.Keys;

        public bool TryGetValue(string name, out FluidValue value)
        {
            ask(name);
            return values.TryGetValue(name, out value!);
        }
    }
}
