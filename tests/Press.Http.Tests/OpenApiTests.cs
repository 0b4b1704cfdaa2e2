using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.AspNetCore.Http;
using Press.Testing;

namespace Press.Http.Tests;

/// <summary>What the document promises is what the API answers.</summary>
public sealed class OpenApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/posts", "/api/posts?pageSize=100", 200)]
    [InlineData("/api/posts", "/api/posts?tag=nothing&sort=x&y=1", 400)]
    [InlineData("/api/posts/{slug}", "/api/posts/nvidia-gtc-2025?lang=ko", 200)]
    [InlineData("/api/posts/{slug}", "/api/posts/hello-press", 200)]
    [InlineData("/api/posts/{slug}", "/api/posts/none", 404)]
    [InlineData("/api/posts", "/api/posts?tag=nothing", 200)]
    [InlineData("/api/posts/{slug}", "/api/posts/hello-press?fields=x", 400)]
    [InlineData("/api/tags", "/api/tags", 200)]
    [InlineData("/api/tags", "/api/tags?lang=fr", 200)]
    [InlineData("/api/tags", "/api/tags?langs=1", 400)]
    [InlineData("/api/categories", "/api/categories?lang=en", 200)]
    [InlineData("/api/openapi.json", "/api/openapi.json", 200)]
    public async Task An_answer_is_as_the_document_says(string path, string url, int status)
    {
        var document = await DocumentAsync();
        using var answer = await api.Client.GetAsync(url, Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);

        var (mediaType, content) = document["paths"]![path]!["get"]!["responses"]![$"{status}"]!["content"]!.AsObject().Single();
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);

        AssertValid(document, content!["schema"]!, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_receipt_is_as_the_document_says()
    {
        var (posts, press) = (new MemoryStore(), new MemoryStore());
        var content = new StoreContent("---\ndate: 2099-01-01\ntgas: x\n---\ntext"u8.ToArray(), "text/markdown");
        await posts.WriteAsync("글/a.md", content, WriteCondition.Always, Cancellation);
        await new PublishingEngine(new SiteStores(posts, new MemoryStore(), new MemoryStore(), press), TimeProvider.System)
            .PublishAsync("글/a.md", Cancellation);
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new ReceiptApi(press, TimeProvider.System).GetReceiptAsync(context, "글/a.md");

        var json = Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("\"preview\":\"/api/preview/%EA%B8%80/a.md\"", json, StringComparison.Ordinal);
        AssertValid(await DocumentAsync(), new JsonObject { ["$ref"] = "#/components/schemas/Receipt" }, json);
    }

    /// <summary>The schemas refer to each other within the document, so each is checked as a part of it.</summary>
    private static void AssertValid(JsonNode document, JsonNode part, string json)
    {
        var schema = JsonSchema.FromText(new JsonObject
        {
            ["components"] = document["components"]!.DeepClone(),
            ["allOf"] = new JsonArray(part.DeepClone()),
        }.ToJsonString());
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var result = schema.Evaluate(JsonNode.Parse(json), options);
        var faults = (result.Details ?? []).Where(detail => detail.HasErrors)
            .Select(detail => $"{detail.InstanceLocation}: {JsonSerializer.Serialize(detail.Errors)}");
        Assert.True(result.IsValid, string.Join('\n', faults));
    }

    [Fact]
    public async Task The_document_has_the_parameters_that_the_index_knows()
    {
        var parameters = (await DocumentAsync())["paths"]!["/api/posts"]!["get"]!["parameters"]!.AsArray()
            .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
            .Select(parameter => parameter!["name"]!.GetValue<string>());
        Assert.Equal(PostQueryReader.Parameters, parameters);
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await api.Client.GetStringAsync("/api/openapi.json", Cancellation))!;
}
