using System.Collections.Immutable;

namespace Press;

/// <summary>The pictures of a plan. Where a variant's file is wanted by a source, the source has it.</summary>
internal sealed class PlannedImages
{
    private readonly SiteFrame _frame;
    private readonly ImmutableArray<ImageFacts?> _facts;

    private PlannedImages(SitePlan plan, ImmutableArray<ImageFacts?> facts)
    {
        (_frame, _facts) = (plan.Frame, facts);
        var images =
            from asset in plan.Assets.Zip(facts)
            let known = asset.Second
            where known is not null
            select new SiteImage(SourceName.WithoutPostsFolder(asset.First), known with
            {
                Variants = [.. plan.VariantsOf(asset.First, known).Select(variant => known.Variants[variant.Number])],
            });
        Images = new SiteImages(plan.Frame.Site.Settings, images);
    }

    /// <summary>The pictures.</summary>
    public SiteImages Images { get; }

    /// <summary>Those of a plan.</summary>
    /// <param name="plan">Says which files are public.</param>
    /// <param name="factsOf">The facts of a source; null if there are none.</param>
    /// <param name="before">Those of an earlier plan: they are returned if nothing is other than there.</param>
    public static PlannedImages Of(SitePlan plan, Func<string, ImageFacts?> factsOf, PlannedImages? before = null)
    {
        ImmutableArray<ImageFacts?> facts = [.. plan.Assets.Select(factsOf)];
        return before is not null && ReferenceEquals(before._frame, plan.Frame)
            && before._facts.AsSpan().SequenceEqual(facts.AsSpan(), ReferenceEqualityComparer.Instance)
            ? before
            : new PlannedImages(plan, facts);
    }
}
