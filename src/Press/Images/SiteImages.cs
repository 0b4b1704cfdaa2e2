using System.Collections.Immutable;

namespace Press;

/// <summary>The pictures of a site, or those that one page shows, by the links to them.</summary>
internal sealed class SiteImages
{
    private readonly Dictionary<string, SiteImage> _images;
    private readonly SiteSettings _settings;
    private MadeOf? _madeOf;

    public SiteImages(SiteSettings settings, IEnumerable<SiteImage> images) =>
        (_settings, _images) = (settings, images.ToDictionary(image => image.File, StringComparer.Ordinal));

    /// <summary>The pictures of a plan. Where a variant's file is wanted by a source, the source has it.</summary>
    /// <param name="plan">Says which files are public.</param>
    /// <param name="factsOf">The facts of a source; null if there are none.</param>
    /// <param name="before">Those of an earlier plan: they are returned if nothing is other than there.</param>
    public static SiteImages Of(SitePlan plan, Func<string, ImageFacts?> factsOf, SiteImages? before = null)
    {
        var made = new MadeOf(plan.Frame, [.. plan.Assets.Select(factsOf)]);
        if (before?._madeOf?.IsSame(made) == true)
            return before;
        var images =
            from asset in plan.Assets.Zip(made.Facts)
            let facts = asset.Second
            where facts is not null
            select new SiteImage(SourceName.WithoutPostsFolder(asset.First), facts with
            {
                Variants = [.. plan.VariantsOf(asset.First, facts).Select(variant => facts.Variants[variant.Number])],
            });
        return new SiteImages(plan.Frame.Site.Settings, images) { _madeOf = made };
    }

    /// <summary>The picture that is this public file; null if there is none of which anything is known.</summary>
    public SiteImage? Find(string file) => _images.GetValueOrDefault(file);

    /// <summary>The picture to which a link leads; null for one of another site.</summary>
    public SiteImage? At(string? link) => _settings.FileOf(link) is { } file ? Find(file) : null;

    /// <summary>What an <c>srcset</c> says of the picture at a link; null if there are no smaller versions.</summary>
    public string? SourceSetOf(string link) => At(link)?.SourceSet(link, _settings);

    private sealed record MadeOf(SiteFrame Frame, ImmutableArray<ImageFacts?> Facts)
    {
        public bool IsSame(MadeOf other) =>
            ReferenceEquals(Frame, other.Frame) && Facts.AsSpan().SequenceEqual(other.Facts.AsSpan(), ReferenceEqualityComparer.Instance);
    }
}
