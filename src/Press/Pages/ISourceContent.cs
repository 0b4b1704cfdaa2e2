using System.Collections.Immutable;

namespace Press;

/// <summary>The content of the sources from which public files are made, each as it was when the site was planned.</summary>
internal interface ISourceContent
{
    /// <summary>A post.</summary>
    /// <exception cref="StoreException">It cannot be had any more as it was planned.</exception>
    ValueTask<Post> ReadPostAsync(PostSummary post, CancellationToken cancellationToken);

    /// <summary>A page whose Liquid lists posts.</summary>
    /// <inheritdoc cref="ReadPostAsync"/>
    ValueTask<Post> ReadPageAsync(PostSummary page, PageLists lists, CancellationToken cancellationToken);

    /// <summary>A part of the search index.</summary>
    /// <param name="part">The name of its file: what was made for it before is kept under it.</param>
    /// <param name="posts">Its posts, the oldest first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <inheritdoc cref="ReadPostAsync"/>
    ValueTask<byte[]> WriteSearchPartAsync(string part, ImmutableArray<PostToIndex> posts, CancellationToken cancellationToken);

    /// <summary>An author's file as it goes to the public.</summary>
    /// <inheritdoc cref="ReadPostAsync"/>
    ValueTask<Source> ReadAssetAsync(AssetSummary asset, CancellationToken cancellationToken);

    /// <summary>A smaller version of a picture, by its number among them.</summary>
    /// <inheritdoc cref="ReadPostAsync"/>
    ValueTask<ReadOnlyMemory<byte>> ReadVariantAsync(AssetSummary picture, int number, CancellationToken cancellationToken);
}
