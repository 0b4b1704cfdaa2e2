using System.Collections.Immutable;

namespace Press;

/// <summary>The names of all files that a site is to publish.</summary>
internal sealed class PublishedNames
{
    private readonly ImmutableHashSet<string> _files;
    private readonly HashSet<string> _assets;
    private readonly Lazy<HashSet<string>> _common;
    private readonly Lazy<HashSet<string>> _folders;
    private readonly Lazy<ILookup<string, string>> _byCase;
    private readonly Lazy<ILookup<string, string>> _byLastPart;

    /// <summary>The names of a site.</summary>
    /// <param name="site">Brings the files of the site's look.</param>
    /// <param name="catalog">The posts, of which listings and feeds follow.</param>
    /// <param name="files">The files that are made of sources.</param>
    /// <param name="assets">Those of them that are published as they are.</param>
    /// <param name="redirects">The files of old paths.</param>
    public PublishedNames(Site site, Catalog catalog, ImmutableHashSet<string> files, IEnumerable<string> assets,
        IEnumerable<string> redirects)
    {
        _files = files.Union(site.Assets.Select(asset => asset.Name)).Union(redirects);
        _assets = assets.ToHashSet(StringComparer.Ordinal);
        // Most sites link to none of them, and then they need not be counted.
        _common = new(() => CommonNames.Of(site, catalog).Select(named => named.File).ToHashSet(StringComparer.Ordinal));
        _folders = new(() => All.Where(name => name.Contains('/')).Select(FirstPart).ToHashSet(StringComparer.Ordinal));
        _byCase = new(() => All.ToLookup(name => name, StringComparer.OrdinalIgnoreCase));
        _byLastPart = new(() => All.ToLookup(LastPart, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>All of them, ordinal.</summary>
    public IEnumerable<string> All => _files.Concat(_common.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public bool Contains(string file) => _files.Contains(file) || _common.Value.Contains(file);

    /// <summary>Whether it is a file of an author that is published as it is.</summary>
    public bool IsAsset(string file) => _assets.Contains(file);

    /// <summary>Whether a folder of the root has any file.</summary>
    public bool HasFolder(string name) => _folders.Value.Contains(name);

    /// <summary>The file that differs in the case of its letters alone; null if there is none.</summary>
    public string? InOtherCase(string file) => _byCase.Value[file].FirstOrDefault();

    /// <summary>
    /// A file that is likely to be meant: the page of a folder, without its extension or without its first folder, else the
    /// one file of the same name elsewhere.
    /// Null if there is none.
    /// </summary>
    public string? Alike(string file)
    {
        string[] candidates =
        [
            file + ".html",
            file + "/index.html",
            file.Replace("/index.html", ".html", StringComparison.Ordinal),
            Stem(file) + "/index.html",
            file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..],
        ];
        foreach (var candidate in candidates)
        {
            if (candidate != file && candidate is not "index.html" && InOtherCase(candidate) is { } found)
                return found;
        }

        var alike = LastPart(file) is "index.html" ? [] : _byLastPart.Value[LastPart(file)].Take(2).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    private static string Stem(string file) => file.EndsWith(".html", StringComparison.Ordinal) ? file[..^".html".Length] : file;

    private static string FirstPart(string file) => file[..file.IndexOf('/', StringComparison.Ordinal)];

    private static string LastPart(string file) => file[(file.LastIndexOf('/') + 1)..];
}
