namespace Press;

/// <summary>A source whose receipt lies open, and the post that was read from it.</summary>
/// <param name="Receipt">Its receipt.</param>
/// <param name="ETag">The receipt's.</param>
/// <param name="Reading">What reading its good version gave; null if it has none or is no post.</param>
internal sealed record OpenSource(Receipt Receipt, string ETag, PostReading? Reading)
{
    /// <summary>What reading said. Of a faulty source that concerns an older version, which its author no longer sees.</summary>
    public IEnumerable<ReceiptDiagnostic> OwnDiagnostics => Receipt.Faults.IsEmpty ? (Reading?.Diagnostics ?? []).Select(ReceiptDiagnostic.Of) : [];

    /// <summary>What a build keeps of it.</summary>
    /// <param name="before">What was known before.</param>
    /// <param name="readWith">The engine and settings that it was read with.</param>
    /// <param name="settings">The site's.</param>
    public KnownSource ToKnown(KnownSource? before, string readWith, SiteSettings settings) => new()
    {
        ReceiptETag = ETag,
        ETag = Receipt.ETag,
        // Nobody's: then it is taken in again.
        Engine = Receipt.IsFinal ? Receipt.Engine : "",
        GoodETag = Receipt.Good?.ETag,
        HasFaults = !Receipt.Faults.IsEmpty,
        HasErrors = Receipt.Faults.Any(fault => fault.IsError),
        ReadWith = Reading is null ? null : readWith,
        Summary = Reading?.Post is { } post ? PostSummary.Of(post, settings) : null,
        IsPublic = before?.IsPublic ?? false,
        // Until its new page is written, readers find the old one.
        Published = before is { IsPublic: true } ? before.Published ?? before.Summary!.Entry : null,
        // Of an older version, until this one has been read: then that is what is public.
        Image = before?.Image,
        // A receipt that the memo does not know was taken in again, or completed by a build that was cut off: nobody knows what it was made of.
        MadeOf = before?.ReceiptETag == ETag && Receipt.State != ReceiptState.Pending ? before.MadeOf : null,
    };
}
