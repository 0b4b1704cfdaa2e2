using System.Collections.Immutable;

namespace Press;

/// <summary>All public files of a site, by name (ordinal). Nothing public is anything else.</summary>
internal sealed class FilePlan
{
    private readonly Dictionary<string, PlannedFile> _byName;

    private FilePlan(Dictionary<string, PlannedFile> byName)
    {
        _byName = byName;
        Files = [.. byName.Values.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    public ImmutableArray<PlannedFile> Files { get; }

    /// <summary>The file of this name; null if there is none.</summary>
    public PlannedFile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Plans them all.</summary>
    /// <param name="inputs">What they follow from.</param>
    /// <param name="assets">The authors' files that are published as they are, by source.</param>
    public static FilePlan Of(PlanInputs inputs, IReadOnlyDictionary<string, AssetSummary> assets)
    {
        var listings = new ListingPages(inputs);
        var posts = new PostPages(inputs, listings);
        var files = new Dictionary<string, PlannedFile>(StringComparer.Ordinal);
        // Of two with one name the later is public: what a designer put there goes before what follows from the posts by itself.
        Add(RedirectPages.Of(inputs));
        Add(FeedFiles.Of(inputs.Settings, inputs.Feeds, inputs.Hashes.Settings, posts.BodyOf));
        Add(Sitemap.Of(inputs.Settings, inputs.Catalog, listings.IndexedPaths, inputs.Hashes.Settings, inputs.Plan.HashOf, inputs.Plan.PageEntries));
        Add([Robots.Of(inputs.Settings, inputs.Hashes.Settings)]);
        Add(PostIndex.Of(inputs.Catalog, inputs.Settings, inputs.Hashes.Engine, inputs.Plan.HashOf));
        Add(SearchFiles.Of(inputs));
        Add(LookFiles.Of(inputs.Site, inputs.Hashes.Engine));
        Add(listings.Files());
        Add(AssetFiles.VariantsOf(inputs, assets));
        Add(posts.Files());
        Add(AssetFiles.CopiesOf(inputs, assets));
        return new FilePlan(files);

        void Add(IEnumerable<PlannedFile> some)
        {
            foreach (var file in some)
                files[file.Name] = file;
        }
    }
}
