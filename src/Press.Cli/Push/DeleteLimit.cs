namespace Press.Cli.Push;

/// <summary>How much a push may delete.</summary>
/// <param name="Deletes">Whether it deletes what the folder does not have.</param>
/// <param name="All">Whether that may be everything.</param>
/// <param name="Most">How many files it may be; null for a quarter of what is there.</param>
internal sealed record DeleteLimit(bool Deletes, bool All, int? Most)
{
    /// <summary>Why this push is not to begin, and what to write if it is meant; null if it may.</summary>
    public string? Refuse(PushPlan plan, string folderName)
    {
        if (!Deletes && plan is { HasPosts: false, Changed: [], Unchanged: [], Refused: [] })
            return $"'{folderName}' is empty, so there is nothing to push. Name the folder of the site.";
        if (!Deletes || All || plan.Others.IsEmpty || plan.Others.Length <= Most)
            return null;

        var count = Quantity.Of(plan.Others.Length, "file");
        var ofAll = $"{count} of {plan.StoredCount:N0}";
        const string Instead = "--dry-run names them. If all of them are to be deleted, write --delete-all.";
        if (Most is not null)
            return $"nothing was done: --delete would delete {ofAll}, more than --max-delete {Most} allows. {Instead}";
        if (!plan.HasPosts)
            return $"nothing was done: '{folderName}' has no post, and --delete would delete {ofAll}. Is it the right folder? {Instead}";
        return plan.Others.Length * 4L > plan.StoredCount
            ? $"nothing was done: --delete would delete {ofAll}, more than a quarter. {Instead}"
            : null;
    }
}
