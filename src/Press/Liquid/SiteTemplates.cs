using System.Collections.Immutable;
using Fluid;

namespace Press;

/// <summary>What the Liquid of posts may use of the site: its includes and its data.</summary>
internal sealed class SiteTemplates
{
    private SiteTemplates(TemplateOptions options, Dictionary<string, object?> data, UInt128 hash) =>
        (Options, Data, Hash) = (options, data, hash);

    /// <summary>Nothing.</summary>
    public static SiteTemplates None { get; } = new(LiquidTemplate.OptionsWith(ImmutableDictionary<string, LiquidTemplate>.Empty), [], 0);

    /// <summary>Includes, filters and how values are written.</summary>
    public TemplateOptions Options { get; }

    /// <summary><c>site.data</c>.</summary>
    public Dictionary<string, object?> Data { get; }

    /// <summary>A hash of all of it: a post whose Liquid uses it is read again when it changes.</summary>
    public UInt128 Hash { get; }

    /// <summary>Those of a site.</summary>
    /// <param name="files">The site's files, in a defined order.</param>
    /// <param name="options">With the site's includes.</param>
    /// <param name="data">Of <see cref="SiteData"/>.</param>
    public static SiteTemplates Of(IEnumerable<Source> files, TemplateOptions options, Dictionary<string, object?> data)
    {
        var hash = new HashBuilder();
        foreach (var file in files.Where(file =>
            SiteData.Is(file.Name) || file.Name.StartsWith(Layouts.IncludesFolder, StringComparison.Ordinal)))
        {
            hash.Add(file.Name);
            hash.Add(HashBuilder.Of(file.Bytes.Span));
        }

        return new SiteTemplates(options, data, hash.ToHash());
    }
}
