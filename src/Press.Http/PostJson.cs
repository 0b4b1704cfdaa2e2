using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Press.Http;

/// <summary>Posts as JSON, whole or the fields that were asked for.</summary>
internal static class PostJson
{
    /// <summary>A post of a listing.</summary>
    /// <param name="post">The post.</param>
    /// <param name="fields">The wanted fields; empty for all.</param>
    public static JsonObject Of(PostAnswer post, ImmutableArray<string> fields) =>
        Select(JsonSerializer.SerializeToNode(post, ApiJson.Readable.PostAnswer)!.AsObject(), fields);

    /// <summary>One post by itself, its own fields beside those that listings have.</summary>
    /// <inheritdoc cref="Of(PostAnswer, ImmutableArray{string})"/>
    public static JsonObject Of(OnePostAnswer post, ImmutableArray<string> fields)
    {
        var json = Of(post.Post, []);
        json["html"] = post.Html;
        json["newer"] = Of(post.Newer);
        json["older"] = Of(post.Older);
        json["related"] = new JsonArray([.. post.Related.Select(Of)]);
        return Select(json, fields);
    }

    private static JsonNode? Of(ReferenceAnswer? post) =>
        post is null ? null : JsonSerializer.SerializeToNode(post, ApiJson.Readable.ReferenceAnswer);

    private static JsonObject Select(JsonObject json, ImmutableArray<string> fields)
    {
        if (fields is [])
            return json;
        foreach (var name in json.Select(field => field.Key).Where(name => !fields.Contains(name)).ToList())
            json.Remove(name);
        return json;
    }
}
