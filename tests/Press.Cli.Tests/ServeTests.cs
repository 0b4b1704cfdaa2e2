using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

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
        _client.BaseAddress = await _run.AddressAsync();
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
        Assert.Contains(
            "서울 산책",
            await _client.GetStringAsync("/ko/%EC%84%9C%EC%9A%B8-%EC%82%B0%EC%B1%85.html", Cancellation),
            StringComparison.Ordinal);
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

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.7")]
    [InlineData("[::2]")]
    public async Task A_preview_answers_no_name_but_this_machine_s(string host)
    {
        foreach (var path in new[] { "/", "/api/posts", "/_press/events", "/images/hello.jpg", "/none" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(
                $"The preview answers on this machine only, and not as '{host}'. Open it as localhost.\n",
                await answer.Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("localhost:4000")]
    [InlineData("LOCALHOST")]
    [InlineData("blog.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:4000")]
    public async Task A_preview_answers_every_name_of_this_machine(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        using var answer = await _client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("frame-ancestors 'self'; object-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("http://localhost.evil.example", null)]
    [InlineData(null, null)]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    public async Task Drafts_are_for_no_other_origin_than_one_of_this_machine(string? origin, string? allowed)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            foreach (var path in new[] { "/api/posts", "/", "/index.json", "/_press/events" })
            {
                using var request = new HttpRequestMessage(method, path);
                if (origin is not null)
                    request.Headers.Add("Origin", origin);
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
                Assert.Equal(
                    path == "/api/posts" ? allowed : null,
                    answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
                Assert.Equal(
                    path == "/api/posts" && allowed is not null,
                    answer.Headers.Any(header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal)));
            }
        }
    }

    [Theory]
    [InlineData("/still-a-draft.html", "is a draft", "press serve --drafts")]
    [InlineData("/an-unfinished-thought.html", "is a draft", "press serve --drafts")]
    [InlineData("/a-letter-to-the-future.html", "comes out on 2099-01-01", "press serve --future")]
    public async Task A_page_that_is_withheld_says_so_and_can_be_seen(string path, string why, string call)
    {
        using var answer = await _client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Contains(call, text, StringComparison.Ordinal);
        Assert.Contains($" href=\"{path}?preview\"", text, StringComparison.Ordinal);

        var page = await _client.GetStringAsync(path + "?preview", Cancellation);
        Assert.Contains("<article", page, StringComparison.Ordinal);
        Assert.Contains("Readers do not see this page.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(path[1..], await _client.GetStringAsync("/index.json", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_posts_to_come_are_counted_and_a_change_is_named()
    {
        Assert.EndsWith(" 10 posts, 3 drafts, 1 post to come", await _run.LineAsync("posts"), StringComparison.Ordinal);
        await File.AppendAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "\nMore.\n", Cancellation);
        Assert.Contains(" _posts/2025-01-06-hello-press.md changed: 10 posts", await _run.LineAsync("changed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_stands_on_the_page_that_it_concerns()
    {
        await File.AppendAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "\n[x](/nowhere.html)\n", Cancellation);
        await _run.LineAsync("1 warning");
        Assert.Contains("Press: 1 warning", await _client.GetStringAsync("/hello-press.html", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "data-press-banner", await _client.GetStringAsync("/a-table-of-coffee.html", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("data-press-banner", await _client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_names_this_machine()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/posts?tag=llm&lang=ko", Cancellation));
        var post = answer.RootElement.GetProperty("posts")[0];
        Assert.Equal(new Uri(_client.BaseAddress!, "/ko/nvidia-gtc-2025.html").AbsoluteUri, post.GetProperty("url").GetString());
        Assert.Equal(
            new Uri(_client.BaseAddress!, "/nvidia-gtc-2025.html").AbsoluteUri,
            post.GetProperty("translations")[0].GetProperty("url").GetString());
        var size = post.GetProperty("imageSize");
        Assert.Equal((1200, 800), (size.GetProperty("width").GetInt32(), size.GetProperty("height").GetInt32()));
        var smallest = new Uri(_client.BaseAddress!, "/images/GTC2025/GTC2025_main_pic.jpg.480.webp").AbsoluteUri;
        Assert.StartsWith($"{smallest} 480w, ", size.GetProperty("srcset").GetString(), StringComparison.Ordinal);
        using var picture = await _client.GetAsync(smallest, Cancellation);
        Assert.True(picture.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_index_has_the_keys_of_an_author()
    {
        await File.WriteAllTextAsync(_site.PathOf("_posts/2025-07-01-tea.md"), "---\nrating: 4.5\n장소: 서울\n---\nTea.\n", Cancellation);
        await _run.LineAsync("tea.md changed");
        Assert.Equal(
            """{"posts":[{"slug":"tea","data":{"rating":4.5,"장소":"서울"}}],"page":1,"pageSize":1,"total":10,"totalPages":10}""",
            await _client.GetStringAsync("/api/posts?fields=slug,data&pageSize=1", Cancellation));
    }

    [Fact]
    public async Task The_browser_is_opened_if_asked_for()
    {
        using var ctrlC = new CancellationTokenSource();
        var run = PressRun.Start(ctrlC.Token, "serve", _site.Folder, "--port", "0", "--open", "--drafts");
        var line = await run.LineAsync("Serving");
        Assert.EndsWith(" 13 posts, 3 drafts, 1 post to come", await run.LineAsync("posts"), StringComparison.Ordinal);
        await ctrlC.CancelAsync();
        Assert.Equal(0, await run.ExitCode.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        Assert.Contains(Assert.Single(run.Opened), line, StringComparison.Ordinal);
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
        Assert.Equal(
            $"press: port {_client.BaseAddress.Port} is taken. "
                + $"Choose another one: press serve {_site.Folder} --port {_client.BaseAddress.Port + 1}",
            Assert.Single(errors));
    }
}
