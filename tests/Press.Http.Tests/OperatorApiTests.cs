using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Http.Tests;

/// <summary>What is not for everybody: receipts, health, and answers to what went wrong.</summary>
public sealed class OperatorApiTests
{
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _press = new();
    private readonly FakeTimeProvider _clock = new(SiteText.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_tells_what_became_of_a_source_and_nothing_of_the_engine()
    {
        await PublishAsync("글/a.md", "---\ntitle: x\ntags: [a\n---\n");
        var (status, json) = await AskAsync(context => new ReceiptApi(_press, _clock).GetReceiptAsync(context, "글/a.md"));
        Assert.Equal(200, status);
        Assert.Equal(
            ["source", "etag", "state", "url", "file", "due", "preview", "diagnostics"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("글/a.md", "faulty"), (json.GetProperty("source").GetString(), json.GetProperty("state").GetString()));
        Assert.Equal(
            ("FM002", 4),
            (
                json.GetProperty("diagnostics")[0].GetProperty("code").GetString(),
                json.GetProperty("diagnostics")[0].GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData("none.md", "", 404)]
    [InlineData("a//b", "", 404)]
    [InlineData("a.md", "?container=site", 404)]
    [InlineData("a.md", "?container=post", 400)]
    [InlineData("a.md", "?container=posts", 200)]
    public async Task A_receipt_that_there_is_not_is_a_problem(string name, string query, int expected)
    {
        await PublishAsync("a.md", "text");
        var (status, json) = await AskAsync(context => new ReceiptApi(_press, _clock).GetReceiptAsync(context, name), query);
        Assert.Equal(expected, status);
        Assert.Equal(expected != 200, json.TryGetProperty("detail", out _));
    }

    [Theory]
    [InlineData("sub%2Fa.md", 200)]
    [InlineData("sub%2fa.md", 200)]
    [InlineData("100%2F.md", 200)]
    [InlineData("sub%2Fb.md", 404)]
    public async Task A_slash_may_come_encoded(string name, int expected)
    {
        await PublishAsync("sub/a.md", "text");
        await PublishAsync("100%2F.md", "text");
        Assert.Equal(expected, (await AskAsync(context => new ReceiptApi(_press, _clock).GetReceiptAsync(context, name))).Status);
    }

    [Theory]
    [InlineData("글/draft.md", 200, "<p>Of the draft.</p>")]
    [InlineData("글%2Fdraft.md", 200, "<p>Of the draft.</p>")]
    [InlineData("a.md", 404, "'a.md' is public already, at /a.html.")]
    [InlineData("bad.md", 404, "bad.md(4,1): error FM002")]
    [InlineData("picture.txt", 404, "It is no post and no page")]
    [InlineData("none.md", 404, "'none.md' is unknown")]
    [InlineData("", 404, "'' is unknown")]
    public async Task A_post_that_is_not_public_is_shown_to_those_who_have_the_key(string name, int status, string part)
    {
        await PublishAsync("글/draft.md", "---\ndraft: true\n---\nOf the draft.\n");
        await PublishAsync("a.md", "text");
        await PublishAsync("bad.md", "---\ntitle: x\ntags: [a\n---\n");
        await PublishAsync("picture.txt", "");

        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new PreviewApi(new StoredPreviews(_press, _clock), _clock).GetPreviewAsync(context, name);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Contains(part, Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        var headers = context.Response.Headers;
        Assert.Equal(
            ("no-store", "noindex", "no-referrer"),
            ($"{headers.CacheControl}", $"{headers["X-Robots-Tag"]}", $"{headers["Referrer-Policy"]}"));
        Assert.Equal(status == 200 ? "text/html; charset=utf-8" : "application/problem+json; charset=utf-8", context.Response.ContentType);
    }

    [Fact]
    public async Task An_app_that_reaches_its_storage_is_healthy() =>
        Assert.Equal(200, (await AskAsync(new HealthApi(_press, new MemoryStore(), _clock).GetHealthAsync)).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_app_that_cannot_reach_one_of_its_accounts_is_not(bool isPublic)
    {
        var broken = new UnreliableStore(_press) { Fails = true };
        var api = isPublic ? new HealthApi(_press, broken, _clock) : new HealthApi(broken, _press, _clock);
        await Assert.ThrowsAsync<StoreException>(() => api.GetHealthAsync(new DefaultHttpContext()));
    }

    [Fact]
    public async Task Nobody_waits_for_a_storage_that_hangs()
    {
        var hanging = new UnreliableStore(_press) { Hangs = true };
        Task[] waiting =
        [
            new HealthApi(hanging, _press, _clock).GetHealthAsync(new DefaultHttpContext()),
            new HealthApi(_press, hanging, _clock).GetHealthAsync(new DefaultHttpContext()),
            new ReceiptApi(hanging, _clock).GetReceiptAsync(new DefaultHttpContext(), "a.md"),
            new PreviewApi(new StoredPreviews(hanging, _clock), _clock).GetPreviewAsync(new DefaultHttpContext(), "a.md"),
        ];
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        foreach (var task in waiting)
            Assert.Contains("within 1.8 seconds", (await Assert.ThrowsAsync<StoreException>(() => task)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 503)]
    [InlineData(true, 500)]
    public async Task What_went_wrong_is_told_by_its_trace_alone(bool isOurs, int expected)
    {
        Exception fault = isOurs
            ? new InvalidOperationException("secret")
            : new AggregateException(new StoreException("a", "secret", new IOException("secret")));
        var (status, json) = await AskAsync(context => FaultAnswer.WriteAsync(context, fault, "trace-1"));
        Assert.Equal(expected, status);
        Assert.Contains("trace-1", json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", json.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<(int Status, JsonElement Json)> AskAsync(Func<HttpContext, Task> handler, string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await handler(context);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        return (context.Response.StatusCode, JsonDocument.Parse(body.ToArray()).RootElement);
    }

    private async Task PublishAsync(string name, string text)
    {
        await _posts.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, Cancellation);
        await new PublishingEngine(new SiteStores(_posts, new MemoryStore(), new MemoryStore(), _press), TimeProvider.System)
            .PublishAsync(name, Cancellation);
    }
}
