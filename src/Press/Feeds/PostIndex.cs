using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>All listed posts in the form in which the API answers, so that a front end that wants no more needs no function.</summary>
/// <param name="Posts">In the order of the catalog.</param>
/// <param name="Total">How many.</param>
internal sealed record PostIndex(ImmutableArray<PostAnswer> Posts, int Total)
{
    /// <summary>The public file that holds it.</summary>
    public const string FileName = "index.json";

    /// <summary>The file.</summary>
    /// <param name="catalog">The posts.</param>
    /// <param name="engine">A hash of the program.</param>
    /// <param name="hashOf">The hash of an entry.</param>
    public static PlannedFile Of(Catalog catalog, UInt128 engine, Func<PostEntry, UInt128> hashOf) =>
        new(FileName, HashBuilder.OfAll([engine, .. catalog.Listed().Select(hashOf)]), SourceName: null, (_, _, _) =>
            new(new RenderedFile(PublicFiles.GeneratedOf(Write(catalog), MediaTypes.Of(FileName)))));

    private static byte[] Write(Catalog catalog)
    {
        ImmutableArray<PostAnswer> posts = [.. catalog.Listed().Select(entry => PostAnswer.Of(entry, catalog))];
        return JsonSerializer.SerializeToUtf8Bytes(new PostIndex(posts, posts.Length), PostIndexJson.Readable.PostIndex);
    }
}

/// <remarks>As the API, and other than what is stored, it says that something is null.</remarks>
[JsonSerializable(typeof(PostIndex))]
internal sealed partial class PostIndexJson : JsonSerializerContext
{
    public static PostIndexJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing) { DefaultIgnoreCondition = JsonIgnoreCondition.Never });
}
