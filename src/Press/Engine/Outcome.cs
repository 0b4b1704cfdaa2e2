namespace Press;

/// <summary>What becomes of a source.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="File">Its file in the public container; null for none.</param>
/// <param name="Url">The URL of that file.</param>
/// <param name="Due">When it comes due; null unless it is scheduled.</param>
internal sealed record Outcome(ReceiptState State, string? File = null, string? Url = null, DateTimeOffset? Due = null)
{
    /// <summary>Where its page can be seen before it is public; null for what is public, and for what will never have a page.</summary>
    public string? Preview { get; init; }
}
