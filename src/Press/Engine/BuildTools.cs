namespace Press;

/// <summary>What builds work with, one after the other.</summary>
/// <param name="Stores">The containers.</param>
/// <param name="Posts">The sources of the posts container and their receipts.</param>
/// <param name="SiteFiles">The receipts of the site's files.</param>
/// <param name="Words">The words of posts, for the search.</param>
/// <param name="State">What the last build knew.</param>
/// <param name="Worker">Who builds.</param>
/// <param name="TrustsHtml">The operator's word that authors' HTML may run.</param>
/// <param name="Limits">How much is done at a time.</param>
internal sealed record BuildTools(
    SiteStores Stores,
    SourceIntake Posts,
    SiteFiles SiteFiles,
    KeptWords Words,
    StateStore State,
    EngineWorker Worker,
    bool TrustsHtml,
    BuildLimits Limits)
{
    /// <summary>What the last build planned.</summary>
    public LastPlan LastPlan { get; } = new();

    /// <summary>This engine.</summary>
    public string Engine => Worker.Engine;
}
