using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Finds what a layout can print, by what it is made of: its own text, that of its parents, and of the files that they include.
/// </summary>
/// <param name="includes">All includes, by path.</param>
internal sealed partial class LayoutUse(ImmutableDictionary<string, LiquidTemplate> includes)
{
    private readonly ConcurrentDictionary<string, bool> _usesAllPosts = new(StringComparer.Ordinal);

    /// <summary>Whether it uses what follows from all posts: <c>site.posts</c> and the like, or <c>site</c> as a whole.</summary>
    /// <param name="name">The layout's name.</param>
    /// <param name="texts">Its text, and that of its parents.</param>
    public bool UsesAllPosts(string name, IEnumerable<string> texts) =>
        _usesAllPosts.GetOrAdd(
            name,
            static (_, use) => use.This.All(use.Texts).Any(text => OfAllPosts().IsMatch(text)),
            (This: this, Texts: texts));

    /// <summary>Whether a template uses what follows from all posts, or the paginator.</summary>
    public bool ListsPosts(string text) => All([text]).Any(part => OfAllPosts().IsMatch(part) || OfPaginator().IsMatch(part));

    /// <summary>Texts, and those of all files that they include; a name that is a variable may be any.</summary>
    private List<string> All(IEnumerable<string> texts)
    {
        var (all, next) = (new List<string>(), new Queue<string>(texts));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (next.TryDequeue(out var text))
        {
            all.Add(text);
            foreach (var name in Include().Matches(text).Select(match => match.Groups["name"].Value))
            {
                var isKnown = includes.ContainsKey(name) || includes.ContainsKey(name + ".html");
                foreach (var file in isKnown ? includes.Keys.Where(key => key == name || key == name + ".html") : includes.Keys)
                {
                    if (taken.Add(file))
                        next.Enqueue(includes[file].Text);
                }
            }
        }

        return all;
    }

    [GeneratedRegex(
        """\{%-?\s*(include|include_cached|render)\s+["']?(?<name>[^\s"'%,]*)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Include();

    [GeneratedRegex(@"\bpaginator\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfPaginator();

    // 'site' behind which no name follows is handed on, and what is done with it is not known.
    [GeneratedRegex(
        @"\bsite\s*\.\s*(posts|related_posts|documents|pages|html_pages|tags|categories)\b|[\s=:,(|]site\s*([\[|,}%)=]|-[%}])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfAllPosts();
}
