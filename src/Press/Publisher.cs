using System.Collections.Immutable;

namespace Press;

/// <summary>Makes a site of its sources. The stages stand here in their order; each is a folder beside this file.</summary>
/// <param name="clock">Decides which posts are dated in the future.</param>
/// <param name="trustsHtml">
/// Whether authors' HTML is published as it is. It is the operator's to say, and so no setting of the site: by default what could
/// run in a reader's browser is taken out.
/// </param>
/// <param name="images">Keeps what was read of pictures; null for a cache of this publisher alone.</param>
public sealed class Publisher(TimeProvider clock, bool trustsHtml = false, ImageCache? images = null)
{
    private readonly KeptLook _look = new();
    private readonly ReadingCache _readings = new(trustsHtml);
    private readonly AssetCache _assets = new(trustsHtml);
    private readonly ImageCache _images = images ?? new ImageCache();

    /// <summary>
    /// Makes the smaller versions of pictures, which takes longest of all, or finds them where they are kept. Publishing does what is
    /// left to do.
    /// </summary>
    /// <param name="sources">All files of the site, in any order.</param>
    /// <param name="progress">Told after each picture how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the work; what was made is kept.</param>
    public Task PrepareImagesAsync(IReadOnlyCollection<Source> sources, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var settings = Site.Of(sources.Where(source => source.Name == SiteSettings.FileName)).Settings;
        var pictures = sources.Where(source =>
            source.Fault is null && SourceName.KindOf(source.Name) == SourceKind.Asset && !source.IsCut && ImageReader.Knows(source.Name)
            && !settings.Excludes(source.Name));
        var copies = pictures.Select(picture => _assets.Read(picture, settings).Copy).ToList();
        return _images.PrepareAsync(copies, settings, progress, cancellationToken);
    }

    /// <summary>
    /// Publishes everything. What was read before, with the same settings and unchanged since, is not read again; a post that has
    /// become faulty stays as it was when it was last good, and so does a layout.
    /// </summary>
    /// <param name="sources">All files of the site, in any order.</param>
    public Publication Publish(IReadOnlyCollection<Source> sources)
    {
        var byKind = sources.ToLookup(source => SourceName.KindOf(source.Name));
        var look = _look.Take(byKind[SourceKind.Site].Where(file => !file.IsCut && file.Fault is null));
        var site = Site.Of(look.Files);
        var unreadable = byKind[SourceKind.Site].Select(file => file.Fault ?? (file.IsCut ? TooLarge(file) : null)).OfType<Diagnostic>().ToList();
        var settings = site.Settings;

        var readings = _readings.Read(byKind[SourceKind.Post].Where(source => !settings.Excludes(source.Name)), settings);
        var assets = _assets.Read(byKind[SourceKind.Asset].Where(source => !settings.Excludes(source.Name)), settings);

        var posts = readings.Select(reading => reading.LastGood).OfType<Post>().ToDictionary(post => post.SourceName, StringComparer.Ordinal);
        var plan = SitePlan.Of(
            [.. posts.Values.Select(post => PostSummary.Of(post, settings))],
            [.. assets.Where(asset => asset.Diagnostics.IsEmpty).Select(asset => asset.Copy.Name)],
            site,
            clock.GetUtcNow());

        var assetSources = assets.ToDictionary(asset => asset.Copy.Name, asset => asset.Copy, StringComparer.Ordinal);
        var pictures = _images.Read(plan.Assets.Where(ImageReader.Knows).Select(name => assetSources[name]), settings);
        var images = SiteImages.Of(plan, settings, source => pictures.GetValueOrDefault(source)?.Facts);

        var composer = new PageComposer(site, plan.Catalog, images, trustsHtml);
        var pages = plan.Posts.AsParallel().AsOrdered().Select(post => LayOut(composer, settings, posts[post.SourceName], plan.ContextOf(post, images))).ToList();
        var bodies = pages.ToDictionary(page => page.Post.SourceName, page => page.Post.Html, StringComparer.Ordinal);
        var common = CommonFiles.Of(composer, site, plan.Catalog, plan.Redirects, bodies);

        // A layout that fails for many posts is reported once, at its own place.
        var ofPosts = pages.SelectMany(page => page.Diagnostics).ToLookup(found => found.Rule == DiagnosticRules.LayoutFailed);
        var diagnostics = site.Diagnostics
            .Concat(look.Faults)
            .Concat(unreadable)
            .Concat(readings.SelectMany(reading => reading.Reading.Diagnostics))
            .Concat(assets.SelectMany(asset => asset.Diagnostics))
            .Concat(pictures.Where(picture => picture.Value.Fault is not null).Select(picture => ImageReading.Warning(picture.Key, picture.Value.Fault!)))
            .Concat(pictures.Select(picture => ImageVariant.WarningFor(picture.Key, picture.Value.Facts)).OfType<Diagnostic>())
            .Concat(plan.Diagnostics.SelectMany(found => found))
            .Concat(ofPosts[false])
            .Concat(composer.FaultsOfPosts)
            .Concat(common.Diagnostics)
            .Distinct()
            .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
            .ToImmutableArray();

        return new Publication
        {
            Site = site,
            Files = PublicFiles.ByName(common.Files, VariantsOf(pictures, plan), pages.Select(page => PublicFiles.OfPage(page.Page)), plan.Assets.Select(name => _assets.CopyFor(settings).FileOf(assetSources[name]))),
            Posts = pages.ToImmutableDictionary(page => page.Post.Path, page => page.Post, StringComparer.Ordinal),
            Catalog = plan.Catalog,
            Diagnostics = diagnostics,
            LayoutFaultsOfPosts = [.. ofPosts[true]],
            FailedSources = [.. readings.SelectMany(reading => reading.Reading.Diagnostics).Concat(assets.SelectMany(asset => asset.Diagnostics)).Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.File)],
        };
    }

    private static Diagnostic TooLarge(Source file) =>
        new(DiagnosticRules.FileTooLarge, file.Name, TextPosition.Start, AssetReader.TooLarge(file.Length));

    private static IEnumerable<PublicFile> VariantsOf(ImmutableDictionary<string, ImageReading> pictures, SitePlan plan) =>
        from picture in pictures
        where picture.Value.Facts is not null
        from variant in plan.VariantsOf(picture.Key, picture.Value.Facts!)
        select PublicFiles.OfVariant(picture.Key, variant.File, picture.Value.Contents[variant.Number]);

    private static (Post Post, Page Page, ImmutableArray<Diagnostic> Diagnostics) LayOut(PageComposer composer, SiteSettings settings, Post post, PageContext context)
    {
        var diagnostics = new DiagnosticBag(post.SourceName);
        var resolved = context.Resolve(post, settings);
        return (resolved, composer.LayOut(resolved, context, diagnostics), diagnostics.ToImmutable());
    }
}
