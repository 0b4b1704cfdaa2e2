using System.Collections.Immutable;

namespace Press;

/// <summary>Keeps what was read of each post, by the ETags of source and settings, so that a site is made again from what changed alone.</summary>
internal sealed class ReadingCache(bool trustsHtml)
{
    private ImmutableDictionary<string, Entry> _entries = ImmutableDictionary<string, Entry>.Empty;

    /// <summary>What reading one source gave, and the post that it was when it was last without errors.</summary>
    public sealed record Entry(PostReading Reading, Post? LastGood, string SettingsETag);

    /// <summary>Reads these sources, in the order of their names, and forgets all others.</summary>
    public ImmutableArray<Entry> Read(IEnumerable<Source> sources, SiteSettings settings)
    {
        var known = _entries;
        var reader = new PostReader(settings, trustsHtml);
        var entries = sources
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .AsParallel()
            .AsOrdered()
            .Select(source => Read(source, known.GetValueOrDefault(source.Name), reader, settings.ETag))
            .ToImmutableArray();

        _entries = entries.ToImmutableDictionary(entry => entry.Reading.Source.Name, StringComparer.Ordinal);
        return entries;
    }

    private static Entry Read(Source source, Entry? known, PostReader reader, string settingsETag)
    {
        if (known is not null && known.Reading.Source.ETag == source.ETag && known.Reading.Source.Fault == source.Fault && known.SettingsETag == settingsETag)
            return known;

        var reading = reader.Read(source);
        return new Entry(reading, reading.Post ?? known?.LastGood, settingsETag);
    }
}
