namespace Press.Tests.Engine;

/// <summary>Ways in which an engine could be broken, put where the engine meets its storage and its clock.</summary>
internal enum Sabotage
{
    None,

    /// <summary>Who does not get the lease leaves without a mark.</summary>
    NoMark,

    /// <summary>Nobody ever leaves a mark that was not there.</summary>
    NoMarkAtAll,

    /// <summary>Who is overtaken while writing a receipt does not look again.</summary>
    NoSecondRead,

    /// <summary>What nobody wants any more stays in public.</summary>
    OldPathForgotten,

    /// <summary>Everybody builds at once.</summary>
    LeaseIgnored,

    /// <summary>A page is written only after the receipt or catalog that speaks of it.</summary>
    PageAfterReceipt,

    /// <summary>A receipt is written over whatever is there.</summary>
    ReceiptWrittenBlindly,

    /// <summary>So is a public file.</summary>
    PublicWrittenBlindly,

    /// <summary>So is the manifest.</summary>
    ManifestWrittenBlindly,

    /// <summary>The manifest names parts that nobody wrote.</summary>
    PartsNotWritten,

    /// <summary>A receipt is deleted, whatever it has become.</summary>
    ReceiptDeletedBlindly,

    /// <summary>The mark is deleted, whoever has left another one.</summary>
    MarkDeletedBlindly,

    /// <summary>A machine reads each receipt once.</summary>
    ReceiptsKept,

    /// <summary>A machine lists the engine's container once.</summary>
    ListingKept,

    /// <summary>A source that is gone is read as it was.</summary>
    DeleteUnseen,

    /// <summary>Every version of a source has one ETag.</summary>
    SourceETagIgnored,

    /// <summary>Listings of sources are empty: a sweep finds nothing.</summary>
    SweepBlind,

    /// <summary>Nobody looks whether a post is a draft.</summary>
    DraftPublished,

    /// <summary>The clock is three days ahead.</summary>
    FuturePublished,

    /// <summary>A receipt forgets the last good version when a faulty one comes.</summary>
    LastGoodForgotten,

    /// <summary>A file is written in two halves.</summary>
    FileWrittenInHalves,

    /// <summary>One death is taken for two.</summary>
    SetAsideTooEarly,

    /// <summary>What is being read is taken for read.</summary>
    ReadingTakenForDone,
}
