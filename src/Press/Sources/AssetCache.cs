using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Keeps what was made of each of the authors' files, by ETag, so that a change to one costs no other one.</summary>
internal sealed class AssetCache(bool trustsHtml)
{
    private ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>A file, and what keeps it from being published.</summary>
    /// <param name="Copy">As it goes to the public.</param>
    /// <param name="Diagnostics">Empty if it may.</param>
    /// <param name="ETag">The source's.</param>
    /// <param name="Rules">Those by which the copy was made.</param>
    public sealed record Entry(Source Copy, ImmutableArray<Diagnostic> Diagnostics, string ETag, string Rules);

    /// <summary>Reads all files of a site, in their order, and forgets all others.</summary>
    public ImmutableArray<Entry> Read(IEnumerable<Source> assets, SiteSettings settings)
    {
        var entries = assets.Select(asset => Read(asset, settings)).ToImmutableArray();
        _entries = new(entries.Select(entry => KeyValuePair.Create(entry.Copy.Name, entry)), StringComparer.Ordinal);
        return entries;
    }

    /// <summary>Reads one file.</summary>
    public Entry Read(Source asset, SiteSettings settings)
    {
        var copy = CopyFor(settings);
        if (_entries.TryGetValue(asset.Name, out var known) && known.ETag == asset.ETag && known.Rules == copy.Rules)
            return known;
        var diagnostics = asset.Fault is { } fault ? [fault] : AssetReader.Check(asset.Name, asset.Length, asset.Bytes, trustsHtml);
        var entry = new Entry(diagnostics.IsEmpty ? copy.Of(asset) : asset, diagnostics, asset.ETag, copy.Rules);
        _entries[asset.Name] = entry;
        return entry;
    }

    public PublicCopy CopyFor(SiteSettings settings) => new(settings.KeepImageMetadata, trustsHtml);
}
