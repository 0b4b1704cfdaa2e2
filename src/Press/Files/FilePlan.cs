using System.Collections.Immutable;

namespace Press;

/// <summary>All public files of a site, by name (ordinal). Nothing public is anything else.</summary>
internal sealed class FilePlan
{
    private readonly IReadOnlyDictionary<string, int> _places;
    private readonly PostPages _posts;
    private readonly FeedEntries _feedEntries;

    private FilePlan(PlanInputs inputs, PostPages posts, FeedEntries feedEntries, NamedFiles files)
    {
        (Inputs, _posts, _feedEntries) = (inputs, posts, feedEntries);
        (Files, _places) = files;
    }

    /// <summary>What they follow from.</summary>
    public PlanInputs Inputs { get; }

    public ImmutableArray<PlannedFile> Files { get; }

    /// <summary>The pages of posts, and of the pages that are none, in the order of <see cref="SitePlan.Posts"/>.</summary>
    public ImmutableArray<PlannedFile> Pages => _posts.Files;

    /// <summary>The file of this name; null if there is none.</summary>
    public PlannedFile? Find(string name) => _places.TryGetValue(name, out var place) ? Files[place] : null;

    /// <summary>Plans them all.</summary>
    /// <param name="inputs">What they follow from.</param>
    /// <param name="assets">The authors' files that are published as they are, by source.</param>
    /// <param name="before">An earlier plan, from which is taken what is the same.</param>
    public static FilePlan Of(PlanInputs inputs, IReadOnlyDictionary<string, AssetSummary> assets, FilePlan? before = null)
    {
        var (settings, hashes, plan, listings) = (inputs.Settings, inputs.Hashes, inputs.Plan, inputs.Listings);
        var feedEntries = new FeedEntries(
            inputs.Feeds.Entries,
            entry => PlannedPost.Of(entry, inputs).Body,
            settings,
            before?.Inputs.Hashes.Settings == hashes.Settings ? before._feedEntries : null);
        if (before?.Inputs.DifferInTextsFrom(inputs) == false)
            before = null;
        var posts = new PostPages(inputs, before?._posts);
        // Of two with one name the later is public: what a designer put there goes before what follows from the posts by itself.
        var files = NamedFiles.Of(
            [
                .. RedirectPages.Of(inputs),
                .. FeedFiles.Of(settings, inputs.Feeds, hashes.Settings, feedEntries),
                .. Sitemap.Of(settings, inputs.Catalog, listings.IndexedPaths, hashes.Settings, plan.HashOf, plan.PageEntries),
                Robots.Of(settings, hashes.Settings),
                .. PostIndex.Of(inputs.Catalog, settings, hashes.Engine, inputs.Cards.InIndex),
                .. SearchFiles.Of(inputs),
                .. LookFiles.Of(inputs.Site, hashes.Engine),
                .. listings.Files,
                .. AssetFiles.VariantsOf(inputs, assets),
                .. ShareFiles.Of(inputs),
                .. posts.Files,
                .. AssetFiles.CopiesOf(inputs, assets),
            ],
            before is null ? null : new NamedFiles(before.Files, before._places));
        return new FilePlan(inputs, posts, feedEntries, files);
    }
}
