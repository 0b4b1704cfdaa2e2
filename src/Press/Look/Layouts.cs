using System.Collections.Immutable;
using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>
/// The Liquid layouts: those of the theme, and the site's own of the same name in their place. A layout may name another one in
/// its front matter, into which it is put as <c>content</c>, as in Jekyll.
/// </summary>
/// <seealso href="https://jekyllrb.com/docs/layouts/"/>
public sealed class Layouts
{
    /// <summary>The layout of a post that names none.</summary>
    public const string Post = "post";

    /// <summary>The layout of a page that is no post and names none.</summary>
    public const string Page = "page";

    /// <summary>The layout of the home pages.</summary>
    public const string Home = "home";

    /// <summary>The layout of what lists the posts with a tag or a category.</summary>
    public const string List = "list";

    /// <summary>The layout of the list of all posts.</summary>
    public const string Archive = "archive";

    /// <summary>The layout of the search page.</summary>
    public const string Search = "search";

    /// <summary>The layout of the page that stands for one that there is not.</summary>
    public const string NotFound = "404";

    /// <summary>The layout of what leads from an old path to where a post is now.</summary>
    public const string Redirect = "redirect";

    private const int MaxNesting = 10;

    private static readonly Layouts OfTheme = Of([], new SiteSettings(), []);

    private readonly ImmutableDictionary<string, Layout> _layouts;
    private readonly TemplateOptions _options;
    private readonly ImmutableArray<string> _includes;
    private readonly UInt128 _includesHash;
    private readonly LayoutUse _use;

    private Layouts(LayoutFiles files, TimeZoneInfo? zone)
    {
        _layouts = files.Layouts;
        _use = new LayoutUse(files.Includes);
        _options = LiquidTemplate.OptionsWith(files.Includes, zone);
        _includes =
        [
            .. files.Includes.OrderBy(include => include.Key, StringComparer.Ordinal)
                .Select(include => $"{include.Key}\n{include.Value.Text}"),
        ];
        _includesHash = HashBuilder.Of(string.Join('\n', _includes));
    }

    internal static Layouts Of(IEnumerable<Source> siteFiles, SiteSettings settings, List<Diagnostic> diagnostics)
    {
        // Jekyll includes files of every kind: drawings, scripts.
        var isOwn = (Source file) => file.Name.StartsWith(SourceName.IncludesFolder, StringComparison.Ordinal)
            || (file.Name.StartsWith(SourceName.LayoutsFolder, StringComparison.Ordinal)
                && file.Name.EndsWith(".html", StringComparison.Ordinal));
        if (!settings.IsJekyllSite && siteFiles.Where(isOwn).Select(JekyllLayout.Find).OfType<Diagnostic>().FirstOrDefault() is { } found)
            diagnostics.Add(found);
        var files = LayoutFiles.Create(settings.IsJekyllSite);
        diagnostics.AddRange(files.Replace(siteFiles.Where(isOwn)));
        return new Layouts(files, settings.IsJekyllSite ? settings.TimeZone : null);
    }

    /// <summary>With all includes.</summary>
    internal TemplateOptions Options => _options;

    /// <summary>Whether there is a layout of this name.</summary>
    public bool Has(string name) => _layouts.ContainsKey(name);

    /// <summary>
    /// A hash of all that a layout prints by itself: its own text, that of the layouts into which it is put, and all includes, since
    /// which of them it takes may depend on the page.
    /// </summary>
    /// <param name="name">A layout that there is.</param>
    internal UInt128 HashOf(string name)
    {
        var hash = new HashBuilder();
        hash.Add(_includesHash);
        foreach (var layout in ChainOf(name))
        {
            hash.Add(layout.Name);
            hash.Add(layout.Hash);
        }

        return hash.ToHash();
    }

    /// <summary>
    /// Whether a layout, or what it is made of, has a word in it; without, it does not print the variable of that name. The theme's own
    /// counts too, since it is used where the site's fails.
    /// </summary>
    internal bool Mentions(string name, string word) =>
        _includes.Concat(ChainOf(name).Concat(OfTheme.ChainOf(FallbackOf(name))).Select(layout => layout.Template.Text))
            .Any(text => text.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a layout shows what follows from all posts, so that its pages change with each of them.</summary>
    internal bool UsesAllPosts(string name) => _use.UsesAllPosts(name, ChainOf(name).Select(layout => layout.Template.Text));

    /// <summary>Whether a template with these includes shows what follows from all posts, or pages of a listing.</summary>
    internal bool ListsPosts(string text) => _use.ListsPosts(text);

    /// <summary>Whether a layout is the site's own.</summary>
    internal bool IsOwn(string name) =>
        _layouts.GetValueOrDefault(name) is { } layout && OfTheme._layouts.GetValueOrDefault(name) != layout;

    private IEnumerable<Layout> ChainOf(string name)
    {
        var layout = _layouts.GetValueOrDefault(name);
        for (var nesting = 0; layout is not null && nesting < MaxNesting; nesting++)
        {
            yield return layout;
            layout = layout.Parent is { } parent ? _layouts.GetValueOrDefault(parent) : null;
        }
    }

    /// <summary>Lays out a page; by the theme's own layout, and with a fault, if the site's fails.</summary>
    /// <param name="name">A layout that there is.</param>
    /// <param name="variables">What the layout sees, by name; HTML that is to stay HTML is marked by <see cref="Html"/>.</param>
    /// <param name="now">
    /// The moment that <c>now</c> is in it: one of the page's own, so that a page is the same whenever it is made.
    /// </param>
    /// <param name="faults">Takes what is wrong with a layout.</param>
    internal string Render(
        string name,
        ImmutableDictionary<string, object?> variables,
        DateTimeOffset now,
        ICollection<LayoutFault> faults) =>
        TryRender(name, variables, now, faults)
        ?? OfTheme.TryRender(FallbackOf(name), variables, now, faults)
        ?? throw new InvalidOperationException("The theme's own layout failed.");

    /// <summary>The theme's layout that is used where a site's fails.</summary>
    private static string FallbackOf(string name) => OfTheme.Has(name) ? name : Post;

    /// <summary>Marks text as HTML, which a layout prints as it is.</summary>
    internal static FluidValue Html(string html) => new StringValue(html, encode: false);

    private string? TryRender(
        string name,
        ImmutableDictionary<string, object?> variables,
        DateTimeOffset now,
        ICollection<LayoutFault> faults)
    {
        var next = name;
        for (var nesting = 0; next is not null; nesting++)
        {
            if (nesting == MaxNesting || !_layouts.TryGetValue(next, out var layout))
            {
                var what = nesting == MaxNesting
                    ? $"layouts are nested deeper than {MaxNesting}; does one name itself?"
                    : $"the layout '{next}' that it names does not exist";
                faults.Add(LayoutFault.Of(name, new LiquidPlace($"{SourceName.LayoutsFolder}{name}.html", Line: 1), what));
                return null;
            }

            variables = variables.SetItem("layout", LiquidValues.From(layout.Keys.ToPlain()));
            var content = variables.GetValueOrDefault("content") as StringValue;
            if (layout.Template.Render(_options, variables, now, content?.ToStringValue().Length ?? 0, out var fault) is not { } html)
            {
                faults.Add(LayoutFault.Of(layout.Name, fault!.Place, fault.Message));
                return null;
            }

            variables = variables.SetItem("content", Html(html));
            next = layout.Parent;
        }

        return variables["content"] is StringValue page ? page.ToStringValue() : "";
    }
}
