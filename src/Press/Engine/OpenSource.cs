namespace Press;

/// <summary>A source whose receipt lies open, and the post that was read from it.</summary>
/// <param name="Receipt">Its receipt.</param>
/// <param name="ETag">The receipt's.</param>
/// <param name="Reading">What reading its good version gave; null if it has none or is no post.</param>
/// <param name="ReadWith">A hash of the engine, settings and, for Liquid, templates with which it was read; null if it was not.</param>
internal sealed record OpenSource(Receipt Receipt, string ETag, PostReading? Reading, string? ReadWith)
{
    /// <summary>What reading said. Of a faulty source that concerns an older version, which its author no longer sees.</summary>
    public IEnumerable<ReceiptDiagnostic> OwnDiagnostics =>
        Receipt.Faults.IsEmpty ? (Reading?.Diagnostics ?? []).Select(ReceiptDiagnostic.Of) : [];

    /// <summary>
    /// Whether it says what is known: it is the receipt that was read then, or one of the same version that a build completed without being
    /// able to note it.
    /// </summary>
    public bool IsOf(KnownSource known) =>
        ETag == known.ReceiptETag
        || (Receipt.State is not (ReceiptState.Pending or ReceiptState.Reading)
            && (Receipt.ETag, Receipt.Good?.ETag) == (known.ETag, known.GoodETag)
            && EngineOf(Receipt) == known.Engine);

    /// <summary>What a build keeps of it.</summary>
    /// <param name="before">What was known before.</param>
    /// <param name="settings">The site's.</param>
    public KnownSource ToKnown(KnownSource? before, SiteSettings settings) => new()
    {
        ReceiptETag = ETag,
        ETag = Receipt.ETag,
        Engine = EngineOf(Receipt),
        GoodETag = Receipt.Good?.ETag,
        HasFaults = !Receipt.Faults.IsEmpty,
        HasErrors = Receipt.Faults.Any(fault => fault.IsError),
        ReadWith = ReadWith,
        Parts = Reading?.Parts ?? [],
        Summary = Reading?.Post is { } post ? PostSummary.Of(post, settings) : null,
        IsPublic = before?.IsPublic ?? false,
        // Until its new page is written, readers find the old one.
        Published = before is { IsPublic: true } ? before.Published ?? before.Summary!.Entry : null,
        // Of an older version, until this one has been read: then that is what is public.
        Image = before?.Image,
        // A receipt that the memo does not know was taken in again, or completed by a build that was cut off: nobody knows what it was made
        // of.
        MadeOf = before?.ReceiptETag == ETag && Receipt.State != ReceiptState.Pending ? before.MadeOf : null,
    };

    // Nobody's if it was not judged: then it is taken in again.
    private static string EngineOf(Receipt receipt) => receipt.IsFinal ? receipt.Engine : "";
}
