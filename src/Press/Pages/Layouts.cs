using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
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
    /// <summary>Where layouts stand.</summary>
    public const string Folder = "_layouts/";

    /// <summary>Where the pieces stand that layouts include.</summary>
    public const string IncludesFolder = "_includes/";

    /// <summary>The layout of a post that names none.</summary>
    public const string Post = "post";

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

    // What a layout prints is encoded unless it is HTML already; letters of every script stay as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Layouts OfTheme = Of([], []);

    private readonly ImmutableDictionary<string, Layout> _layouts;
    private readonly TemplateOptions _options;

    private Layouts(ImmutableDictionary<string, Layout> layouts, TemplateOptions options) => (_layouts, _options) = (layouts, options);

    internal static Layouts Of(IEnumerable<Source> siteFiles, List<Diagnostic> diagnostics)
    {
        var files = Theme.LayoutFiles.AddRange(siteFiles.Where(file => file.Name.StartsWith('_') && file.Name.EndsWith(".html", StringComparison.Ordinal)));
        var layouts = ImmutableDictionary.CreateBuilder<string, Layout>(StringComparer.Ordinal);
        var includes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var found = new DiagnosticBag(file.Name);
            if (SourceText.Read(file.Bytes.Span, found) is { } text)
            {
                if (file.Name.StartsWith(IncludesFolder, StringComparison.Ordinal))
                    includes[file.Name[IncludesFolder.Length..]] = text;
                else if (file.Name.StartsWith(Folder, StringComparison.Ordinal) && Layout.Parse(file.Name, text, found) is { } layout)
                    layouts[layout.Name] = layout;
            }

            diagnostics.AddRange(found.ToImmutable());
        }

        var options = new TemplateOptions { FileProvider = new IncludedFiles(includes), DefaultFileExtension = ".html", TimeZone = TimeZoneInfo.Utc };
        return new Layouts(layouts.ToImmutable(), options);
    }

    /// <summary>Whether there is a layout of this name.</summary>
    public bool Has(string name) => _layouts.ContainsKey(name);

    /// <summary>Lays out a page; by the theme's own layout, and with a fault, if the site's fails.</summary>
    /// <param name="name">A layout that there is.</param>
    /// <param name="variables">What the layout sees, by name; HTML that is to stay HTML is marked by <see cref="Html"/>.</param>
    /// <param name="faults">Takes what is wrong with a layout.</param>
    internal string Render(string name, ImmutableDictionary<string, object?> variables, ICollection<LayoutFault> faults) =>
        TryRender(name, variables, faults)
        ?? OfTheme.TryRender(OfTheme.Has(name) ? name : Post, variables, faults)
        ?? throw new InvalidOperationException("The theme's own layout failed.");

    private string? TryRender(string name, ImmutableDictionary<string, object?> variables, ICollection<LayoutFault> faults)
    {
        var next = name;
        for (var nesting = 0; next is not null; nesting++)
        {
            if (nesting == MaxNesting || !_layouts.TryGetValue(next, out var layout))
            {
                var fault = nesting == MaxNesting ? $"layouts are nested deeper than {MaxNesting}; does one name itself?" : $"the layout '{next}' that it names does not exist.";
                faults.Add(new LayoutFault(name, $"the layout '{name}' cannot be used: {fault} Until it is mended, the theme's own is used."));
                return null;
            }

            if (Render(layout, variables, faults) is not { } html)
                return null;
            variables = variables.SetItem("content", Html(html));
            next = layout.Parent;
        }

        return variables["content"] is StringValue page ? page.ToStringValue() : "";
    }

    /// <summary>Marks text as HTML, which a layout prints as it is.</summary>
    internal static FluidValue Html(string html) => new StringValue(html, encode: false);

    private string? Render(Layout layout, ImmutableDictionary<string, object?> variables, ICollection<LayoutFault> faults)
    {
        var context = new TemplateContext(_options);
        foreach (var (name, value) in variables)
            context.SetValue(name, value);
        try
        {
            return layout.Template.Render(context, Encoder);
        }
        // Filters divide, parse and convert what a layout gives them, and each fails in its own way.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Add(new LayoutFault(layout.Name, $"the layout '{layout.Name}' failed: {fault.Message} Mend {Folder}{layout.Name}.html; until then the theme's own is used."));
            return null;
        }
    }
}

/// <summary>What keeps a layout from being used.</summary>
/// <param name="Layout">Its name.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record LayoutFault(string Layout, string Message);
