using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Press.Functions.Tests;

/// <summary>What callers of the HTTP functions get, through the host's routes and the worker's own server.</summary>
public sealed class HttpTests(SharedSite shared) : IClassFixture<SharedSite>, IAsyncLifetime
{
    private RunningSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await shared.PreparedAsync(async site =>
    {
        await site.UploadAsync("2025-01-01-a.md", "---\ntags: [Tea]\n---\nText of a.\n");
        await site.UploadAsync("sub/2025-01-02-글.md", "Text of b.\n");
        await site.UploadAsync("sub/2099-01-01-편지.md", "A letter to the future.\n");
        await site.Host.SweepAsync(Cancellation);
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "/api/posts", 200, "\"total\":2")]
    [InlineData("GET", "/api/posts?tag=tea", 200, "\"total\":1")]
    [InlineData("GET", "/api/posts?page=0", 400, "'page'")]
    [InlineData("GET", "/api/posts?tga=tea", 400, "'tga'")]
    [InlineData("OPTIONS", "/api/posts", 204, "")]
    [InlineData("GET", "/api/posts/a", 200, "Text of a.")]
    [InlineData("GET", "/api/posts/%EA%B8%80", 200, "Text of b.")]
    [InlineData("GET", "/api/posts/a?lang=xx", 404, "'xx'")]
    [InlineData("GET", "/api/posts/none", 404, "'none'")]
    [InlineData("OPTIONS", "/api/posts/a", 204, "")]
    [InlineData("GET", "/api/tags", 200, "\"Tea\"")]
    [InlineData("GET", "/api/tags?langs=ko", 400, "'langs'")]
    [InlineData("GET", "/api/categories", 200, "\"categories\"")]
    [InlineData("OPTIONS", "/api/tags", 204, "")]
    [InlineData("GET", "/api/openapi.json", 200, "\"openapi\"")]
    [InlineData("GET", "/api/openapi.json?x=1", 200, "\"openapi\"")]
    [InlineData("OPTIONS", "/api/openapi.json", 204, "")]
    [InlineData("GET", "/api/health", 200, "healthy")]
    [InlineData("GET", "/api/receipts/2025-01-01-a.md", 200, "\"published\"")]
    [InlineData("GET", "/api/receipts/sub/2025-01-02-%EA%B8%80.md", 200, "\"published\"")]
    [InlineData("GET", "/api/receipts/sub%2F2025-01-02-%EA%B8%80.md", 200, "sub/2025-01-02-글.md")]
    [InlineData("GET", "/api/receipts/none.md", 404, "'none.md'")]
    [InlineData("GET", "/api/receipts/2025-01-01-a.md?container=pots", 400, "'container'")]
    [InlineData("GET", "/api/preview/sub/2099-01-01-%ED%8E%B8%EC%A7%80.md", 200, "A letter to the future.")]
    [InlineData("GET", "/api/preview/sub%2F2099-01-01-%ED%8E%B8%EC%A7%80.md", 200, "noindex")]
    [InlineData("GET", "/api/preview/2025-01-01-a.md", 404, "/a.html")]
    [InlineData("GET", "/api/preview/none.md", 404, "'none.md'")]
    [InlineData("GET", "/api/none", 404, "")]
    [InlineData("POST", "/api/posts", 404, "")]
    public async Task A_request_is_answered(string method, string url, int status, string part)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Raw(url));
        using var answer = await _site.Client.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal((status, true), ((int)answer.StatusCode, body.Contains(part, StringComparison.Ordinal)));
        if (status == 400 || (status == 404 && part is not ""))
            Assert.Equal(status, JsonElement.Parse(body).GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/api/posts", true)]
    [InlineData("/api/posts/a", true)]
    [InlineData("/api/tags", true)]
    [InlineData("/api/openapi.json", true)]
    [InlineData("/api/health", false)]
    [InlineData("/api/receipts/2025-01-01-a.md", false)]
    [InlineData("/api/preview/sub/2099-01-01-%ED%8E%B8%EC%A7%80.md", false)]
    public async Task HEAD_has_the_headers_alone_and_a_known_ETag_is_a_304(string url, bool isKept)
    {
        using var whole = await _site.Client.GetAsync(url, Cancellation);
        using var head = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), Cancellation);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));

        Assert.Equal(isKept, whole.Headers.ETag is not null);
        if (whole.Headers.ETag is not { } etag)
            return;
        Assert.Equal(etag, head.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { etag } } };
        using var same = await _site.Client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Pages_of_other_origins_may_ask_for_the_index()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/posts");
        request.Headers.Add("Origin", "https://front.example.com");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var answer = await _site.Client.SendAsync(request, Cancellation);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("If-None-Match", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_sent_once()
    {
        using var answer = await _site.Client.GetAsync("/api/posts", Cancellation);
        Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), answer.Content.Headers.ContentType);
        // What a function returns would travel to the host a second time, as JSON in the protocol.
        Assert.All(_site.Host.HttpInvocations, invocation => Assert.Null(invocation.Response.ReturnValue));
    }

    /// <summary>A URL whose <c>%2F</c> stays as it is written.</summary>
    private Uri Raw(string url)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new Uri(_site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + url, options);
    }
}
