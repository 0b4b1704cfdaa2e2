using System.Collections.Immutable;
using Fluid;

namespace Press;

/// <summary>What the Liquid of posts may use of the site: its includes and its data.</summary>
internal sealed class SiteTemplates
{
    private readonly Layouts? _layouts;

    private SiteTemplates(Layouts? layouts, Dictionary<string, object?> data, UInt128 hash)
    {
        (_layouts, Data, Hash) = (layouts, data, hash);
        Options = layouts?.Options ?? LiquidTemplate.OptionsWith(ImmutableDictionary<string, LiquidTemplate>.Empty);
    }

    /// <summary>Nothing.</summary>
    public static SiteTemplates None { get; } = new(layouts: null, [], 0);

    /// <summary>Includes, filters and how values are written.</summary>
    public TemplateOptions Options { get; }

    /// <summary><c>site.data</c>.</summary>
    public Dictionary<string, object?> Data { get; }

    /// <summary>A hash of all of it: a post whose Liquid uses it is read again when it changes.</summary>
    public UInt128 Hash { get; }

    /// <summary>Whether Liquid shows what follows from all posts, by itself or by what it includes.</summary>
    public bool ListsPosts(string text) => _layouts?.ListsPosts(text) == true;

    /// <summary>Those of a site.</summary>
    /// <param name="files">The site's files, in a defined order.</param>
    /// <param name="layouts">With the site's includes.</param>
    /// <param name="data">Of <see cref="SiteData"/>.</param>
    public static SiteTemplates Of(IEnumerable<Source> files, Layouts layouts, Dictionary<string, object?> data)
    {
        var hash = new HashBuilder();
        foreach (var file in files.Where(file =>
            SourceName.IsData(file.Name) || file.Name.StartsWith(SourceName.IncludesFolder, StringComparison.Ordinal)))
        {
            hash.Add(file.Name);
            hash.Add(HashBuilder.Of(file.Bytes.Span));
        }

        return new SiteTemplates(layouts, data, hash.ToHash());
    }
}
