using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Reads a site: what is new or changed in its sources, and then the plan of all that is to be public.</summary>
/// <param name="files">The sources.</param>
/// <param name="clock">Decides which posts are dated in the future.</param>
/// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
/// <param name="images">Keeps what was read of pictures.</param>
/// <param name="good">Keeps the good versions of posts.</param>
/// <param name="isWrittenOnce">Whether the page of a post is made once, until the post changes.</param>
internal sealed class SiteReader(
    ISourceFiles files, TimeProvider clock, bool trustsHtml, ImageCache images, GoodVersions good, bool isWrittenOnce = false)
{
    // The bodies of 10,000 posts of a usual length.
    private const long MostOpenBytes = 150_000_000;

    private readonly KeptLook _look = new();
    private readonly OpenPosts _open = new(MostOpenBytes, areTaken: isWrittenOnce);
    private ImmutableDictionary<string, Source> _siteFiles = ImmutableDictionary.Create<string, Source>(StringComparer.Ordinal);
    private (string Version, Site Site, ImmutableArray<Diagnostic> Faults)? _site;

    // What was planned last, with the site that was read for it.
    private readonly ConcurrentDictionary<ShownPosts, (Site Site, FilePlan Files)> _planned = new();

    /// <summary>What is known of each source, by name. It may come from an earlier program, and be given to a later one.</summary>
    public PartedMap<SourceFacts> Known { get; set; } = PartedMap<SourceFacts>.Empty;

    /// <summary>Which posts are shown beyond the public ones.</summary>
    public ShownPosts Shows { get; init; } = ShownPosts.Public;

    /// <summary>Keeps the words of posts for the search.</summary>
    public KeptWords Words { get; init; } = new(store: null);

    /// <summary>Whether posts in <c>_drafts</c> are read, as drafts.</summary>
    public bool ReadsDrafts { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="progress">Told after each source how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The sources cannot be listed, or the settings not be read: without them it would be another
    /// site.</exception>
    public async Task<SiteState> ReadAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var listing = await files.ListAsync(cancellationToken);
        var byKind = listing.Items.ToLookup(item => ReadsDrafts ? SourceName.KindWithDrafts(item.Name) : SourceName.KindOf(item.Name));
        var (site, faults) = await ReadSiteAsync(byKind[SourceKind.Site], cancellationToken);
        var settings = site.Settings;

        var rules = new ReadingRules(site, trustsHtml, images.DepthFor(settings));
        var reader = new SourceReader(rules, files, images, good, _open, Words);
        var known = new ChangingMap<SourceFacts>(Known);
        var etags = new Lazy<Dictionary<string, string>>(() =>
            listing.Items.ToDictionary(item => item.Name, item => item.ETag, StringComparer.Ordinal));
        var items = byKind[SourceKind.Post].Concat(byKind[SourceKind.Html]).Concat(byKind[SourceKind.Asset])
            .Where(item => !settings.Excludes(item.Name)).ToDictionary(item => item.Name, StringComparer.Ordinal);
        foreach (var (gone, _) in Known.Entries.Where(facts => !items.ContainsKey(facts.Key)))
            known.Remove(gone);
        var stale = items.Values
            .Where(item => known.Find(item.Name) is not { } facts || !rules.IsCurrent(facts, item) || !HasPartsOf(facts)).ToList();
        var done = items.Count - stale.Count;
        if (done > 0)
            progress?.Report(done);
        await Parallel.ForEachAsync(stale, cancellationToken, async (item, token) =>
        {
            if (await reader.ReadAsync(item, known.Find(item.Name), token) is { } facts)
                known[item.Name] = facts;
            else
                known.Remove(item.Name);
            progress?.Report(Interlocked.Increment(ref done));
        });
        Known = known.ToMap();
        return Plan(site, listing, faults, rules);

        bool HasPartsOf(SourceFacts facts) => facts.Parts.All(part => etags.Value.GetValueOrDefault(part.Key) == part.Value);
    }

    /// <summary>The source of a post, if it is still as it was read; else null.</summary>
    public async ValueTask<Source?> ReadAsWasReadAsync(PostSummary post, CancellationToken cancellationToken) =>
        await files.ReadAsync(post.SourceName, cancellationToken) is { Fault: null } source
            && HashBuilder.Of(source.Bytes.Span) == post.Content ? source : null;

    private SiteState Plan(Site site, SourceListing listing, ImmutableArray<Diagnostic> faults, ReadingRules rules)
    {
        var now = clock.GetUtcNow();
        ImmutableArray<SourceFacts> inOrder = [.. Known.Entries.Select(facts => facts.Value)];
        ImmutableArray<PostSummary> posts = [.. inOrder.Select(facts => facts.Post).OfType<PostSummary>()];
        var sourceCount = inOrder.Length + _siteFiles.Count;
        return PlanShowing(Shows);

        SiteState PlanShowing(ShownPosts shown)
        {
            var assets = inOrder.Select(facts => facts.Asset).OfType<AssetSummary>()
                .ToDictionary(asset => asset.SourceName, StringComparer.Ordinal);
            var last = _planned.GetValueOrDefault(shown);
            var before = ReferenceEquals(last.Site, site) ? last.Files : null;
            var asShown = before?.Inputs.Site ?? shown.ApplyTo(site);
            var plan = SitePlan.Of(posts, assets.Keys, asShown, now, isWanted: null, before?.Inputs.Plan);
            var pictures = PlannedImages.Of(plan, source => assets[source].Facts, before?.Inputs.PlannedImages);
            var planned = FilePlan.Of(new PlanInputs(plan, pictures, trustsHtml, before?.Inputs), assets, before);
            _planned[shown] = (site, planned);
            _open.Staying = plan.Feeds.Sources;
            return new SiteState(asShown, listing, planned, new SourceContent(files, good, _open, Words, images, rules))
            {
                SourceCount = sourceCount,
                WithheldPosts = inOrder.Count(facts => facts.Post is { IsWithheld: true }),
                HasPosts = inOrder.Any(facts => SourceName.KindWithDrafts(facts.Name) == SourceKind.Post),
                Withheld = [.. posts.Select(post => WithheldPost.Of(post, now, site.Settings)).OfType<WithheldPost>()],
                Moment = now,
                NextChange = posts.Select(post => post.NextChange(now)).Min(),
                WithWithheld = new(() => PlanShowing(ShownPosts.All)),
                SourceDiagnostics =
                [
                    .. site.Diagnostics,
                    .. faults,
                    .. listing.SettingsFault is { } fault ? [fault] : ImmutableArray<Diagnostic>.Empty,
                    .. inOrder.SelectMany(facts => facts.Diagnostics),
                    .. plan.Assets.SelectMany(source => assets[source].Warnings()),
                    .. plan.Diagnostics.All,
                ],
                FailedSources = [.. inOrder.Where(facts => facts.IsFaulty).Select(facts => facts.Name)],
            };
        }
    }

    private async Task<(Site Site, ImmutableArray<Diagnostic> Faults)> ReadSiteAsync(
        IEnumerable<SourceItem> items, CancellationToken cancellationToken)
    {
        var read = ImmutableDictionary.CreateBuilder<string, Source>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (_siteFiles.TryGetValue(item.Name, out var before) && before.ETag == item.ETag && before.Fault is null)
                read[item.Name] = before;
            else if (item.Fault is not null)
                read[item.Name] = new Source(item.Name, default, item.ETag, item.Created) { Fault = item.Fault };
            else if (await files.ReadAsync(item.Name, cancellationToken) is { } source)
                read[item.Name] = source.Fault is { } fault && item.Name == SiteSettings.FileName
                    ? throw new StoreException(item.Name, fault.ToString(), cause: null)
                    : source;
        }

        _siteFiles = read.ToImmutable();
        var inOrder = _siteFiles.Values.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var version = string.Join('\n', inOrder.Select(file => $"{file.Name} {file.ETag} {file.Fault}"));
        if (_site?.Version != version)
        {
            var look = _look.Take(inOrder.Where(file => !file.IsCut && file.Fault is null));
            var unreadable = inOrder.Select(file => file.Fault ?? (file.IsCut ? TooLarge(file) : null)).OfType<Diagnostic>();
            _site = (version, Site.Of(look.Files), [.. look.Faults, .. unreadable]);
        }

        return (_site.Value.Site, _site.Value.Faults);
    }

    private static Diagnostic TooLarge(Source file) =>
        new(DiagnosticRules.FileTooLarge, file.Name, TextPosition.Start, AssetReader.TooLarge(file.Length));
}
