using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// The listed posts in the form in which the API answers, so that a front end that wants no more needs no function. The newest stand here,
/// at least <see cref="MaxPosts"/> if there are so many. Older ones are in parts that are named here, so that a new post changes this file alone.
/// </summary>
/// <param name="Posts">In the order of the catalog.</param>
/// <param name="Total">How many there are with those of all parts.</param>
/// <param name="Parts">Where the older posts are, the newest first; empty for a small site.</param>
internal sealed record PostIndex(ImmutableArray<PostAnswer> Posts, int Total, ImmutableArray<PostIndexPart> Parts)
{
    /// <summary>The public file that holds it.</summary>
    public const string FileName = "index.json";

    /// <summary>The posts of a part; this file has up to twice as many.</summary>
    public const int MaxPosts = 100;

    /// <summary>The bytes of a part, unless one post alone needs more. A hundred usual posts have about 100 KB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    // The names of the fields, numbers, dates.
    private const int BytesBesidesTexts = 600;

    /// <summary>The files.</summary>
    /// <param name="catalog">The posts.</param>
    /// <param name="settings">Name the site's address.</param>
    /// <param name="engine">A hash of the program.</param>
    /// <param name="hashOf">The hash of an entry.</param>
    public static IEnumerable<PlannedFile> Of(Catalog catalog, SiteSettings settings, UInt128 engine, Func<PostEntry, UInt128> hashOf)
    {
        var cut = PostParts.Of(catalog.Listed(), MaxPosts, MaxBytes, entry => MaxBytesOf(entry, catalog));
        ImmutableArray<Part> older = [.. cut.SkipLast(2).Select((posts, place) => new Part(NameOf(place + 1), posts, VersionOf(posts, catalog, hashOf)))];
        ImmutableArray<PostEntry> newest = [.. cut.TakeLast(2).Reverse().SelectMany(posts => posts)];
        ImmutableArray<PostIndexPart> parts = [.. older.Reverse().Select(part => part.ToLink(settings))];

        var hash = new HashBuilder();
        hash.Add(engine);
        hash.Add(VersionOf(newest, catalog, hashOf));
        foreach (var part in parts)
        {
            hash.Add(part.Url);
            hash.Add(part.Posts);
        }

        return older.Select(part => FileOf(part.Name, HashBuilder.OfAll(engine, part.Version), () => Write(new PostIndexOfPart(Answers(part.Posts)))))
            .Append(FileOf(FileName, hash.ToHash(), () => Write(new PostIndex(Answers(newest), cut.Sum(posts => posts.Length), parts))));

        ImmutableArray<PostAnswer> Answers(ImmutableArray<PostEntry> posts) => [.. posts.Select(entry => PostAnswer.Of(entry, catalog))];
    }

    /// <summary>A hash of all that a part shows. It is a part of its URL, so that nobody reads a new list with an old part.</summary>
    private static UInt128 VersionOf(ImmutableArray<PostEntry> posts, Catalog catalog, Func<PostEntry, UInt128> hashOf)
    {
        var hash = new HashBuilder();
        foreach (var entry in posts)
        {
            hash.Add(hashOf(entry));
            foreach (var other in catalog.TranslationsOf(entry))
            {
                hash.Add(other.Lang);
                hash.Add(other.Url);
            }
        }

        return hash.ToHash();
    }

    private static long MaxBytesOf(PostEntry entry, Catalog catalog) => BytesBesidesTexts + PostParts.MaxJsonBytesOf(
    [
        entry.Id, entry.Url, UrlPath.Encode(entry.Path), entry.Slug, entry.Title, entry.Excerpt, entry.Description, entry.Lang,
        entry.Image, entry.Thumbnail, entry.Author, .. entry.Tags, .. entry.Categories,
        .. catalog.TranslationsOf(entry).SelectMany(other => new[] { "lang", "url", other.Lang, other.Url }),
    ]);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"index-{number}.json");

    private static PlannedFile FileOf(string name, UInt128 madeOf, Func<byte[]> write) =>
        new(name, madeOf, SourceName: null, (_, _) => new(new RenderedFile(PublicFiles.GeneratedOf(write(), MediaTypes.Of(FileName)))));

    private static byte[] Write(PostIndex index) => JsonSerializer.SerializeToUtf8Bytes(index, PostIndexJson.Readable.PostIndex);

    private static byte[] Write(PostIndexOfPart part) => JsonSerializer.SerializeToUtf8Bytes(part, PostIndexJson.Readable.PostIndexOfPart);

    private sealed record Part(string Name, ImmutableArray<PostEntry> Posts, UInt128 Version)
    {
        public PostIndexPart ToLink(SiteSettings settings) => new(
            string.Create(CultureInfo.InvariantCulture, $"{settings.AbsoluteLink("/" + Name)}?v={(uint)Version:x8}"), Posts.Length);
    }
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
    public static PostIndexJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing) { DefaultIgnoreCondition = JsonIgnoreCondition.Never });
}
