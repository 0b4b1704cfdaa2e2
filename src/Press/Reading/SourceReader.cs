using System.Collections.Immutable;

namespace Press;

/// <summary>Reads one source: what it says of itself, and whether it can be published.</summary>
internal sealed class SourceReader(
    ReadingRules rules, ISourceFiles files, ImageCache images, GoodVersions good, OpenPosts open, KeptWords words)
{
    private readonly PostReader _posts = new(rules.Settings, rules.TrustsHtml, rules.Templates);
    private readonly PartedReading _parts = PartedReading.From(files);

    /// <summary>Reads it.</summary>
    /// <param name="item">The source in a listing.</param>
    /// <param name="before">What was known of it before; null if nothing was.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null if it is gone.</returns>
    public async ValueTask<SourceFacts?> ReadAsync(SourceItem item, SourceFacts? before, CancellationToken cancellationToken)
    {
        if (item.Fault is { } fault)
            return Faulty(item, before, fault);
        if (await files.ReadAsync(item.Name, cancellationToken) is not { } source)
            return null;
        if (source.Fault is { } refusal)
            return Faulty(item, before, refusal);
        return PageSource.Is(item.Name, source.Bytes.Span)
            ? await ReadPostAsync(source, before, cancellationToken)
            : await ReadAssetAsync(source, before, cancellationToken);
    }

    private static SourceFacts Faulty(SourceItem item, SourceFacts? before, Diagnostic fault) =>
        new(item.Name, item.ETag, ReadWith: 0, [fault]) { Post = before?.Post, Asset = before?.Asset };

    private async ValueTask<SourceFacts> ReadPostAsync(Source source, SourceFacts? before, CancellationToken cancellationToken)
    {
        var reading = await _parts.ReadAsync(_posts, source, cancellationToken);
        var facts = new SourceFacts(source.Name, source.ETag, rules.ReadingOf(reading.HasLiquid), reading.Diagnostics)
        {
            Parts = reading.Source.Parts.ToImmutableSortedDictionary(part => part.Key, part => part.Value.ETag, StringComparer.Ordinal),
        };
        if (reading.Post is not { } post)
            return facts with { Post = await ReadGoodAsync(before, cancellationToken) };

        open.Add(post, rules.ReadingOf(post.HasLiquid));
        words.Add(rules.WordsOf(post), post);
        if (good.KeepsAll || before is not null)
            await good.KeepAsync(reading.Source, cancellationToken);
        return facts with { Post = PostSummary.Of(post, rules.Settings) };
    }

    /// <summary>The last good version, as these settings have it. If its content is not at hand, it stays as it was read before.</summary>
    private async ValueTask<PostSummary?> ReadGoodAsync(SourceFacts? before, CancellationToken cancellationToken)
    {
        if (before?.Post is not { } last || before.ReadWith == rules.ReadingOf(last.HasLiquid))
            return before?.Post;
        return await good.FindAsync(last, cancellationToken) is { } source
            && _posts.Read(source with { HasAllParts = true }).Post is { } post ? PostSummary.Of(post, rules.Settings) : last;
    }

    private async ValueTask<SourceFacts> ReadAssetAsync(Source source, SourceFacts? before, CancellationToken cancellationToken)
    {
        var diagnostics = AssetReader.Check(source.Name, source.Length, source.Bytes, rules.TrustsHtml);
        var facts = new SourceFacts(source.Name, source.ETag, rules.With(source.Name), diagnostics);
        if (!diagnostics.IsEmpty)
            return facts with { Asset = before?.Asset };
        var content = HashBuilder.Of(source.Bytes.Span);
        if (!ImageReader.Knows(source.Name))
            return facts with { Asset = new AssetSummary(source.Name, content, Facts: null) };
        var copy = rules.Copy.Of(source);
        var image = await images.ReadAsync(copy, rules.Depth, withContents: false, cancellationToken);
        return facts with
        {
            Asset = new AssetSummary(source.Name, content, image.Facts, image.Fault) { Picture = ContentHash.Of(copy.Bytes.Span) },
        };
    }
}
