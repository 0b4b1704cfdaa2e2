using System.Collections.Immutable;
using System.Text.Json;

namespace Press;

/// <summary>All that a source's public file and receipt are made from. If it is as it was, so are they.</summary>
/// <param name="Site">The site's settings, layouts and engine, as a hash.</param>
/// <param name="ETag">The version of the source that was taken in.</param>
/// <param name="GoodETag">The version that the site is built from.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Context">What the page shows of the site around it; null if there is no page.</param>
/// <param name="Diagnostics">What is wrong with it as a part of this site.</param>
internal sealed record Ingredients(string Site, string ETag, string? GoodETag, Outcome Outcome, PageContext? Context, ImmutableArray<ReceiptDiagnostic> Diagnostics)
{
    public string Hash() => ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(this, BuildJson.Compact.Ingredients));
}

/// <summary>What becomes of a source.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="File">Its file in the public container; null for none.</param>
/// <param name="Url">The URL of that file.</param>
/// <param name="Due">When it comes due; null unless it is scheduled.</param>
internal sealed record Outcome(ReceiptState State, string? File = null, string? Url = null, DateTimeOffset? Due = null);
