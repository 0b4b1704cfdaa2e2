using System.Collections.Immutable;

namespace Press;

/// <summary>The files of the designer's container with which a site is made.</summary>
/// <param name="Files">Each as a source, by name. Its ETag is its content's, so that the same settings are the same settings.</param>
/// <param name="Lax">Those of them that only a site made for Jekyll can use: elsewhere they are faulty.</param>
internal sealed record SiteLook(ImmutableDictionary<string, Source> Files, ImmutableHashSet<string> Lax)
{
    /// <summary>The good versions that receipts hold.</summary>
    public static SiteLook Of(IEnumerable<StoredReceipt> receipts) => new(
        receipts.Where(file => file.Receipt.Good is not null)
            .Select(SourceOf)
            .ToImmutableDictionary(file => file.Name, StringComparer.Ordinal),
        []);

    /// <summary>Whether this version of a layout can be used, in a site with these settings.</summary>
    public static bool IsUsable(Source config, Source layout) =>
        !Site.Of([config, layout]).Diagnostics.Any(found => found.IsError && found.File == layout.Name);

    /// <summary>A file whose version is that of its content.</summary>
    public static Source ByContent(Source file) => file with { ETag = ContentHash.Of(file.Bytes.Span) };

    private static Source SourceOf(StoredReceipt file) => ByContent(file.Receipt.Good!.ToSource(file.Receipt.Source));
}
