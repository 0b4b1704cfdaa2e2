using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Press.Http;

/// <summary>The answers about tags and categories, made once for each catalog and language that has posts.</summary>
internal sealed class NameLists
{
    private volatile OfCatalog? _newest;

    /// <summary>The tags of the listed posts of a language, or of all.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="language">In the catalog's spelling; null for all.</param>
    /// <param name="notices">What stands beside them; empty for nothing.</param>
    public ReadyAnswer Tags(Catalog catalog, string? language, ImmutableArray<QueryNotice> notices) =>
        Kept(catalog, notices, known => known.Tags, language, () => JsonSerializer.SerializeToUtf8Bytes(
            new TagsAnswer(NameAnswer.OfTags(catalog, language), notices is [] ? null : notices), ApiJson.Readable.TagsAnswer));

    /// <summary>The categories, as <see cref="Tags"/> has the tags.</summary>
    public ReadyAnswer Categories(Catalog catalog, string? language, ImmutableArray<QueryNotice> notices) =>
        Kept(catalog, notices, known => known.Categories, language, () => JsonSerializer.SerializeToUtf8Bytes(
            new CategoriesAnswer(NameAnswer.OfCategories(catalog, language), notices is [] ? null : notices),
            ApiJson.Readable.CategoriesAnswer));

    private ReadyAnswer Kept(
        Catalog catalog,
        ImmutableArray<QueryNotice> notices,
        Func<OfCatalog, ConcurrentDictionary<string, ReadyAnswer>> answersOf,
        string? language,
        Func<byte[]> write)
    {
        // An answer with a notice is about a language that has no posts: it is short, and there is no end of such languages.
        if (notices is not [])
            return Make();
        if (_newest is not { } newest || newest.Catalog != catalog)
            _newest = newest = new OfCatalog(catalog);
        return answersOf(newest).GetOrAdd(language ?? "", _ => Make());

        ReadyAnswer Make() => ReadyAnswer.Of(write(), IndexApi.LastModifiedOf(catalog.Listed(language)));
    }

    private sealed record OfCatalog(Catalog Catalog)
    {
        public ConcurrentDictionary<string, ReadyAnswer> Tags { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, ReadyAnswer> Categories { get; } = new(StringComparer.Ordinal);
    }
}
