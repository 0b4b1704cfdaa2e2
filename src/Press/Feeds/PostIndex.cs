using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// The listed posts in the form in which the API answers, so that a front end that wants no more needs no function. The newest stand here,
/// at least <see cref="MaxPosts"/> if there are so many. Older ones are in parts that are named here, so that a new post changes this file
/// alone.
/// </summary>
/// <param name="Posts">In the order of the catalog.</param>
/// <param name="Total">How many there are with those of all parts.</param>
/// <param name="Parts">Where the older posts are, the newest first; empty for a small site.</param>
internal sealed record PostIndex(ImmutableArray<PostAnswer> Posts, int Total, ImmutableArray<PostIndexPart> Parts)
{
    /// <summary>The posts of a part; this file has up to twice as many.</summary>
    public const int MaxPosts = 100;

    /// <summary>The bytes of a part, unless one post alone needs more. A hundred usual posts have about 100 KB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    // The names of the fields, numbers, dates.
    private const int BytesBesidesTexts = 600;
    private const int BytesOfTranslation = 20;

    // The links of an srcset are those of the picture and its versions, each with its width.
    private const int LinksOfSrcset = 6;

    /// <summary>The files.</summary>
    /// <param name="catalog">The posts.</param>
    /// <param name="settings">Name the site's address.</param>
    /// <param name="engine">A hash of the program.</param>
    /// <param name="hashOf">The hash of an entry and its pictures.</param>
    public static IEnumerable<PlannedFile> Of(Catalog catalog, SiteSettings settings, UInt128 engine, Func<PostEntry, UInt128> hashOf)
    {
        var cut = PartCut.Of(catalog.Listed(), MaxPosts, MaxBytes, entry => MaxBytesOf(entry, catalog));
        ImmutableArray<Part> older = [.. cut.SkipLast(2).Select((posts, place) => PartOf(NameOf(place + 1), posts, catalog, hashOf))];
        var newest = PartOf(GeneratedName.Index, [.. cut.TakeLast(2).Reverse().SelectMany(posts => posts)], catalog, hashOf);
        ImmutableArray<PostIndexPart> parts = [.. older.Reverse().Select(part => part.ToLink(settings))];
        var total = cut.Sum(posts => posts.Length);

        var hash = new HashBuilder();
        hash.Add(engine);
        hash.Add(newest.Version);
        foreach (var part in parts)
        {
            hash.Add(part.Url);
            hash.Add(part.Posts);
        }

        return older.Select(
            part => FileOf(
                part.Name, HashBuilder.OfAll(engine, part.Version), images => Write(new PostIndexOfPart(part.Answers(images)))))
            .Append(FileOf(GeneratedName.Index, hash.ToHash(), images => Write(new PostIndex(newest.Answers(images), total, parts))));
    }

    private static Part PartOf(string name, ImmutableArray<PostEntry> posts, Catalog catalog, Func<PostEntry, UInt128> hashOf)
    {
        var listed = ImmutableArray.CreateBuilder<ListedPost>(posts.Length);
        var hash = new HashBuilder();
        foreach (var entry in posts)
        {
            var post = new ListedPost(entry, PostAnswer.TranslationsOf(entry, catalog));
            hash.Add(hashOf(entry));
            foreach (var other in post.Translations)
            {
                hash.Add(other.Lang);
                hash.Add(other.Url);
            }

            listed.Add(post);
        }

        return new Part(name, listed.MoveToImmutable(), hash.ToHash());
    }

    private static long MaxBytesOf(PostEntry entry, Catalog catalog)
    {
        // The path stands in the URL as it does alone.
        var texts = PartCut.MaxJsonBytesOf([
            entry.Source, entry.Url, entry.Url, entry.Slug, entry.Title, entry.Excerpt,
            entry.Description, entry.Lang, entry.Image, entry.Thumbnail, entry.Author,
            entry.Data, .. Enumerable.Repeat(entry.Image, LinksOfSrcset), .. Enumerable.Repeat(entry.Thumbnail, LinksOfSrcset)]);
        var names = entry.Tags.IsEmpty && entry.Categories.IsEmpty ? 0 : PartCut.MaxJsonBytesOf([.. entry.Tags, .. entry.Categories]);
        var others = entry.PageId is null
            ? 0
            : catalog.TranslationsOf(entry).Sum(other => BytesOfTranslation + PartCut.MaxJsonBytesOf([other.Lang, other.Url]));
        return BytesBesidesTexts + texts + names + others;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"index-{number}.json");

    private static PlannedFile FileOf(string name, UInt128 madeOf, Func<SiteImages, byte[]> write) =>
        new(
            name,
            madeOf,
            SourceName: null,
            (inputs, _, _) =>
                new(new RenderedFile(PublicFiles.GeneratedOf(write(inputs.Images), MediaTypes.Of(GeneratedName.Index)))));

    private static byte[] Write(PostIndex index) => JsonSerializer.SerializeToUtf8Bytes(index, PostIndexJson.Readable.PostIndex);

    private static byte[] Write(PostIndexOfPart part) => JsonSerializer.SerializeToUtf8Bytes(part, PostIndexJson.Readable.PostIndexOfPart);

    /// <param name="Name">The file's.</param>
    /// <param name="Posts">In the order of the catalog.</param>
    /// <param name="Version">
    /// A hash of all that it shows. It is a part of its URL, so that nobody reads a new list with an old part.
    /// </param>
    private sealed record Part(string Name, ImmutableArray<ListedPost> Posts, UInt128 Version)
    {
        public PostIndexPart ToLink(SiteSettings settings) => new(
            string.Create(CultureInfo.InvariantCulture, $"{settings.AbsoluteLink("/" + Name)}?v={(uint)Version:x8}"), Posts.Length);

        public ImmutableArray<PostAnswer> Answers(SiteImages images) =>
            [.. Posts.Select(post => PostAnswer.Of(post.Entry, post.Translations, images.SizeAt))];
    }

    /// <remarks>A planned file may outlive its catalog, and must not keep it in memory.</remarks>
    private sealed record ListedPost(PostEntry Entry, ImmutableArray<TranslationAnswer> Translations);
}

/// <summary>Where older posts are.</summary>
/// <param name="Url">A URL as <see cref="PostAnswer.Url"/> is.</param>
/// <param name="Posts">How many.</param>
internal sealed record PostIndexPart(string Url, int Posts);

/// <summary>What stands in a part.</summary>
/// <param name="Posts">In the order of the catalog.</param>
internal sealed record PostIndexOfPart(ImmutableArray<PostAnswer> Posts);

/// <remarks>As the API, and other than what is stored, it says that something is null.</remarks>
[JsonSerializable(typeof(PostIndex))]
[JsonSerializable(typeof(PostIndexOfPart))]
internal sealed partial class PostIndexJson : JsonSerializerContext
{
    public static PostIndexJson Readable { get; } = new(
        new JsonSerializerOptions(StoredJson.Writing) { DefaultIgnoreCondition = JsonIgnoreCondition.Never });
}
