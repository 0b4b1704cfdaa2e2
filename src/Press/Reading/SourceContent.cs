using System.Collections.Immutable;

namespace Press;

/// <summary>
/// The content of sources as they were read: posts that are still open, the sources themselves, and good versions that are kept.
/// </summary>
internal sealed class SourceContent(
    ISourceFiles files, GoodVersions good, OpenPosts open, KeptWords words, ImageCache images, ReadingRules rules)
    : ISourceContent
{
    private readonly PostReader _posts = new(rules.Settings, rules.TrustsHtml, rules.Templates);

    private readonly PartedReading _parts = PartedReading.From(files);

    public async ValueTask<Post> ReadPostAsync(PostSummary post, CancellationToken cancellationToken)
    {
        if (open.Find(post, rules.ReadingOf(post.HasLiquid)) is { } read)
            return read;
        return Read(await ReadSourceAsync(post, cancellationToken), _posts);
    }

    public async ValueTask<Post> ReadPageAsync(PostSummary page, PageLists lists, CancellationToken cancellationToken)
    {
        var reader = new PostReader(rules.Settings, rules.TrustsHtml, rules.Templates, lists);
        return reader.ReadWithLists(await ReadSourceAsync(page, cancellationToken)) ?? throw new SourceChangedException(page.SourceName);
    }

    public ValueTask<byte[]> WriteSearchPartAsync(
        string part, ImmutableArray<PostToIndex> posts, CancellationToken cancellationToken) =>
        words.WritePartAsync(part, posts, ReadPostAsync, cancellationToken);

    private static Post Read(Source source, PostReader reader) =>
        reader.Read(source with { HasAllParts = true }).Post ?? throw new SourceChangedException(source.Name);

    private async ValueTask<Source> ReadSourceAsync(PostSummary post, CancellationToken cancellationToken)
    {
        var source = await files.ReadAsync(post.SourceName, cancellationToken);
        if (source is { Fault: null })
            source = await _parts.WithPartsAsync(source, post.Parts, cancellationToken);
        if (source is null || source.Fault is not null || source.Hash() != post.Content)
            source = await good.FindAsync(post, cancellationToken) ?? throw new SourceChangedException(post.SourceName);
        return source with { Created = post.Created };
    }

    public async ValueTask<Source> ReadAssetAsync(AssetSummary asset, CancellationToken cancellationToken) =>
        await files.ReadAsync(asset.SourceName, cancellationToken) is { Fault: null } source
            && HashBuilder.Of(source.Bytes.Span) == asset.Content
            ? source
            : throw new SourceChangedException(asset.SourceName);

    public async ValueTask<ReadOnlyMemory<byte>> ReadVariantAsync(AssetSummary picture, int number, CancellationToken cancellationToken)
    {
        var copy = rules.Copy.Of(await ReadAssetAsync(picture, cancellationToken));
        return (await images.ReadAsync(copy, rules.Depth, withContents: true, cancellationToken)).Contents[number];
    }
}
