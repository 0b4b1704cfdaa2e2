using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Press.Http;

/// <summary>The JSON of all answers.</summary>
[JsonSerializable(typeof(PostListAnswer<PostAnswer>))]
[JsonSerializable(typeof(PostListAnswer<JsonObject>))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(ReferenceAnswer))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(TagsAnswer))]
[JsonSerializable(typeof(CategoriesAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ReceiptAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Hangul stays Hangul: an answer is served as JSON and with <c>nosniff</c>, so no browser takes it for HTML.</summary>
    public static ApiJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
