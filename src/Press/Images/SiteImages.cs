using System.Collections.Immutable;

namespace Press;

/// <summary>The pictures of a site, or those that one page shows, by the links to them.</summary>
internal sealed class SiteImages
{
    private readonly Dictionary<string, SiteImage> _images;
    private readonly SiteSettings _settings;

    public SiteImages(SiteSettings settings, IEnumerable<SiteImage> images) =>
        (_settings, _images) = (settings, images.ToDictionary(image => image.File, StringComparer.Ordinal));

    /// <summary>The pictures of a plan. Where a variant's file is wanted by a source, the source has it.</summary>
    /// <param name="plan">Says which files are public.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="factsOf">The facts of a source; null if there are none.</param>
    public static SiteImages Of(SitePlan plan, SiteSettings settings, Func<string, ImageFacts?> factsOf) => new(
        settings,
        from source in plan.Assets
        let facts = factsOf(source)
        where facts is not null
        select new SiteImage(SourceName.WithoutPostsFolder(source), facts with { Variants = [.. plan.VariantsOf(source, facts).Select(variant => facts.Variants[variant.Number])] }));

    /// <summary>The picture that is this public file; null if there is none of which anything is known.</summary>
    public SiteImage? Find(string file) => _images.GetValueOrDefault(file);

    /// <summary>The picture to which a link leads; null for one of another site.</summary>
    public SiteImage? At(string? link) => _settings.FileOf(link) is { } file ? Find(file) : null;

    /// <summary>What an <c>srcset</c> says of the picture at a link; null if there are no smaller versions.</summary>
    public string? SourceSetOf(string link) => At(link)?.SourceSet(link, _settings);
}
