using System.Collections.Immutable;

namespace Press;

/// <summary>What was found of a version of a source.</summary>
/// <param name="ETag">The version's.</param>
/// <param name="Faults">What keeps it from being published.</param>
/// <param name="Content">Its content; null if it was not read.</param>
internal sealed record Judgement(string ETag, ImmutableArray<ReceiptDiagnostic> Faults, ReadOnlyMemory<byte>? Content)
{
    public bool IsSetAside => Faults.Any(fault => fault.Code == DiagnosticRules.SetAside.Code);

    /// <summary>As many workers died of it as may.</summary>
    public static Judgement SetAside(StoredItem item)
    {
        const string Message =
            "two workers died while they read this file, so it is not read again. "
            + "Make it smaller or simpler, and upload it anew.";
        var diagnostic = new Diagnostic(DiagnosticRules.SetAside, item.Name, TextPosition.Start, Message);
        return new(item.ETag, [ReceiptDiagnostic.Of(diagnostic)], Content: null);
    }
}

/// <summary>A version of a source, as the storage hands it out.</summary>
/// <param name="Item">What is known of it.</param>
/// <param name="Content">Null if it is longer than what is read.</param>
/// <param name="Refusal">Why the storage does not hand it out; null if it does.</param>
internal sealed record SourceVersion(StoredItem Item, ReadOnlyMemory<byte>? Content, Diagnostic? Refusal)
{
    public static SourceVersion Of(ReadAnswer answer) => answer switch
    {
        ReadAnswer.Found found => new(found.Item, found.Bytes, Refusal: null),
        ReadAnswer.Unreadable unreadable => new(unreadable.Item, Content: null, StrayItems.FaultOf(unreadable)),
        _ => new(((ReadAnswer.TooLong)answer).Item, Content: null, Refusal: null),
    };
}
