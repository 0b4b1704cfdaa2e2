namespace Press;

/// <summary>The sources of a site as they lie there now.</summary>
/// <param name="Items">All of them, by name (ordinal).</param>
internal sealed record SourceListing(IReadOnlyList<SourceItem> Items)
{
    /// <summary>What is wrong with the site's settings as a file: they are missing or misnamed. Null if nothing is.</summary>
    public Diagnostic? SettingsFault { get; init; }
}
