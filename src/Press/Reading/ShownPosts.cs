namespace Press;

/// <summary>Which posts an author's machine shows beyond those that are public.</summary>
/// <param name="Drafts">Drafts and unpublished posts, those in <c>_drafts</c> among them.</param>
/// <param name="Future">Posts dated in the future.</param>
public sealed record ShownPosts(bool Drafts, bool Future)
{
    /// <summary>The public posts alone.</summary>
    public static ShownPosts Public { get; } = new(Drafts: false, Future: false);

    /// <summary>All posts.</summary>
    public static ShownPosts All { get; } = new(Drafts: true, Future: true);

    internal Site ApplyTo(Site site) => site with
    {
        Settings = site.Settings with { ShowsDrafts = Drafts, Future = site.Settings.Future || Future },
    };
}
