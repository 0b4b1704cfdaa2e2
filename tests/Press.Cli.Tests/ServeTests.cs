using System.Net;
using System.Net.ServerSentEvents;

namespace Press.Cli.Tests;

public sealed class ServeTests : IAsyncLifetime
{
    private readonly SiteCopy _site = new();
    private readonly CancellationTokenSource _ctrlC = new();
    private readonly HttpClient _client = new();
    private PressRun _run = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _run = PressRun.Start(_ctrlC.Token, "serve", _site.Folder, "--port", "0");
        var line = await _run.LineAsync("Serving");
        _client.BaseAddress = new Uri(line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await _ctrlC.CancelAsync();
        Assert.Equal(0, await _run.ExitCode.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        _client.Dispose();
        _ctrlC.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task Pages_media_and_the_API_are_served()
    {
        Assert.Contains("<h1>A Quiet Press</h1>", await _client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("서울 산책", await _client.GetStringAsync("/ko/%EC%84%9C%EC%9A%B8-%EC%82%B0%EC%B1%85.html", Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"total\":2", await _client.GetStringAsync("/api/posts?tag=llm", Cancellation), StringComparison.Ordinal);

        using var picture = await _client.GetAsync("/images/hello.jpg", Cancellation);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.ToString());
        using var redirect = await _client.GetAsync("/ko", Cancellation);
        Assert.Equal("/ko/", redirect.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("/hello-pres.html", "Did you mean '/hello-press.html'?")]
    [InlineData("/../_config.yml", "no page")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", "no page")]
    [InlineData("/_config.yml", "no page")]
    [InlineData("/_posts/2025-06-01-unpublished.md", "no page")]
    public async Task What_is_no_public_file_is_not_served(string path, string message)
    {
        using var answer = await _client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("<h1>Page not found</h1>", page, StringComparison.Ordinal);
        Assert.Contains(message, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_published_and_told_to_open_pages()
    {
        using var stream = await _client.GetStreamAsync("/_press/events", Cancellation);
        await using var versions = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await versions.MoveNextAsync());
        var first = versions.Current.Data;

        await File.AppendAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "\nA new sentence.\n", Cancellation);

        Assert.True(await versions.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        Assert.NotEqual(first, versions.Current.Data);
        Assert.Contains("A new sentence.", await _client.GetStringAsync("/hello-press.html", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_while_writing_leaves_the_page_and_is_told_of()
    {
        await File.WriteAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "---\ntitle: [\n---\n", Cancellation);
        await _run.LineAsync("1 error");
        var page = await _client.GetStringAsync("/hello-press.html", Cancellation);
        Assert.Contains("This is a blog without a server", page, StringComparison.Ordinal);
        Assert.Contains("<div role=\"status\"", page, StringComparison.Ordinal);
        Assert.Contains("_posts/2025-01-06-hello-press.md(", page, StringComparison.Ordinal);
        Assert.Contains(_run.Errors, line => line.StartsWith("_posts/2025-01-06-hello-press.md(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_that_goes_back_to_the_drafts_is_gone_at_once()
    {
        using var stream = await _client.GetStreamAsync("/_press/events", Cancellation);
        await using var versions = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await versions.MoveNextAsync());

        File.Move(_site.PathOf("_posts/2025-01-06-hello-press.md"), _site.PathOf("_drafts/hello-press.md"));

        Assert.True(await versions.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        using var answer = await _client.GetAsync("/hello-press.html", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_gets_one_line()
    {
        var (code, _, errors) = await PressRun.ToEndAsync("serve", _site.Folder, "--port", $"{_client.BaseAddress!.Port}");
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Equal($"press: port {_client.BaseAddress.Port} is taken. Choose another one: press serve {_site.Folder} --port {_client.BaseAddress.Port + 1}", Assert.Single(errors));
    }
}
