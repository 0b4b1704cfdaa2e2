using System.Collections.Immutable;

namespace Press;

/// <summary>A site as it is at a moment: what it is made with, what is to be public, and what is wrong.</summary>
public sealed class SiteState
{
    internal SiteState(Site site, SitePlan plan, FilePlan files, ISourceContent content) =>
        (Site, Plan, Files, Content) = (site, plan, files, content);

    /// <summary>What its pages are made with.</summary>
    public Site Site { get; }

    /// <summary>The public posts.</summary>
    public Catalog Catalog => Plan.Catalog;

    /// <summary>The names of all public files, ordinal.</summary>
    public IEnumerable<string> FileNames => Files.Files.Select(file => file.Name);

    /// <summary>How many sources it has.</summary>
    public required int SourceCount { get; init; }

    /// <summary>The sources that cannot be published as they are now.</summary>
    public required ImmutableHashSet<string> FailedSources { get; init; }

    /// <summary>What was found in the sources, by themselves and as parts of the site; in no order, perhaps twice.</summary>
    internal ImmutableArray<Diagnostic> SourceDiagnostics { get; init; } = [];

    internal SitePlan Plan { get; }

    internal FilePlan Files { get; }

    /// <summary>From which the files are made.</summary>
    internal ISourceContent Content { get; }

    /// <summary>Whether there is a public file of this name.</summary>
    public bool Has(string name) => Files.Find(name) is not null;

    /// <summary>A hash of all files: two states that look the same have the same.</summary>
    public UInt128 Hash()
    {
        var hash = new HashBuilder();
        foreach (var file in Files.Files)
        {
            hash.Add(file.Name);
            hash.Add(file.MadeOf);
        }

        return hash.ToHash();
    }

    /// <summary>Whether what was published of a source stays although it is not planned now: it, or a folder that it may lie in, cannot be read.</summary>
    internal bool Keeps(string? source) =>
        source is not null && (FailedSources.Contains(source) || FailedSources.Any(failed => failed.EndsWith('/') && source.StartsWith(failed, StringComparison.Ordinal)));
}
