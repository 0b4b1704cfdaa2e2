using System.Collections.Immutable;

namespace Press;

/// <summary>A site as it is at a moment: what it is made with, what is to be public, and what is wrong.</summary>
public sealed class SiteState
{
    private readonly ISourceContent _content;

    internal SiteState(Site site, SourceListing listing, FilePlan files, ISourceContent content) =>
        (Site, Listing, Files, Catalog, _content) =
            (site, listing, files, files.Inputs.Catalog.WithImages(files.Inputs.Images.In), content);

    /// <summary>What its pages are made with.</summary>
    public Site Site { get; }

    /// <summary>The public posts.</summary>
    public Catalog Catalog { get; }

    /// <summary>A catalog of the site's posts under other URLs; it knows the site's pictures.</summary>
    /// <param name="entries">The posts. Their URLs and those of their pictures begin alike.</param>
    public Catalog CatalogOf(IEnumerable<PostEntry> entries) =>
        Catalog.Of(entries, Catalog.DefaultLanguage).WithImages(Files.Inputs.Images.In);

    /// <summary>The names of all public files, ordinal.</summary>
    public IEnumerable<string> FileNames => Files.Files.Select(file => file.Name);

    /// <summary>How many sources it has.</summary>
    public required int SourceCount { get; init; }

    /// <summary>How many posts say themselves that they are not to be published.</summary>
    internal int WithheldPosts { get; init; }

    /// <summary>Whether a post is among them, published or not.</summary>
    public required bool HasPosts { get; init; }

    /// <summary>The posts that are not public now, by source name (ordinal); those that are shown nevertheless too.</summary>
    public required ImmutableArray<WithheldPost> Withheld { get; init; }

    /// <summary>The sources that it was read from.</summary>
    internal SourceListing Listing { get; }

    /// <summary>The moment for which it is planned.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>The next moment at which a post comes out or is taken back by itself; null if none will.</summary>
    public required DateTimeOffset? NextChange { get; init; }

    /// <summary>The sources that cannot be published as they are now.</summary>
    public required ImmutableHashSet<string> FailedSources { get; init; }

    /// <summary>What was found in the sources, by themselves and as parts of the site; in no order, perhaps twice.</summary>
    internal ImmutableArray<Diagnostic> SourceDiagnostics { get; init; } = [];

    /// <summary>The site as it would be if all posts were public; planned when it is first asked for.</summary>
    public required Lazy<SiteState> WithWithheld { get; init; }

    internal SitePlan Plan => Files.Inputs.Plan;

    internal FilePlan Files { get; }

    /// <summary>Makes one of its files.</summary>
    internal ValueTask<RenderedFile> RenderAsync(PlannedFile file, CancellationToken cancellationToken) =>
        file.RenderAsync(Files.Inputs, _content, cancellationToken);

    /// <summary>Whether there is a public file of this name.</summary>
    public bool Has(string name) => Files.Find(name) is not null;

    /// <summary>The source that a public file comes from; null for none.</summary>
    public string? SourceOf(string name) => Files.Find(name)?.SourceName;

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

    /// <summary>
    /// Whether what was published of a source stays although it is not planned now: it, or a folder that it may lie in, cannot be read.
    /// </summary>
    internal bool Keeps(string? source) =>
        source is not null
        && (FailedSources.Contains(source)
            || FailedSources.Any(failed => failed.EndsWith('/') && source.StartsWith(failed, StringComparison.Ordinal)));
}
