using Press.Testing;

namespace Press.Cli.Tests.Native;

/// <summary>What the native program answers is what the program in this process answers.</summary>
public sealed class NativeProgramTests : IDisposable
{
    private readonly SiteCopy _site = new();

    public NativeProgramTests() => Assert.SkipWhen(NativeProgram.Missing is not null, NativeProgram.Missing ?? "");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("samples/blog")]
    [InlineData("docs")]
    public async Task A_site_has_the_same_bytes(string folder)
    {
        var site = Path.Combine(Repository.Root, folder);
        var (own, native) = (_site.PathOf("own"), _site.PathOf("native"));
        var (code, _, errors) = await PressRun.ToEndAsync("build", site, "--out", own);
        var (nativeCode, _, nativeErrors) = await NativeProgram.ToEndAsync("build", site, "--out", native);

        Assert.Equal((0, 0), (code, nativeCode));
        Assert.Equal(errors, Lines(nativeErrors));
        var names = NamesIn(own);
        Assert.True(names.Length > 20);
        Assert.Equal(names, NamesIn(native));
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(own, name)), File.ReadAllBytes(Path.Combine(native, name))));
    }

    [Theory]
    [InlineData("serve --bogus")]
    [InlineData("check no-such-folder")]
    [InlineData("check {site} --format json")]
    [InlineData("status --storage nonsense")]
    public async Task A_call_has_the_same_answer(string call)
    {
        var arguments = call.Replace("{site}", _site.Folder, StringComparison.Ordinal).Split(' ');
        var (code, output, errors) = await PressRun.ToEndAsync(arguments);
        var (nativeCode, nativeOutput, nativeErrors) = await NativeProgram.ToEndAsync(arguments);

        Assert.Equal(code, nativeCode);
        Assert.Equal(output, Lines(nativeOutput));
        Assert.Equal(errors, Lines(nativeErrors));
    }

    [Fact]
    public async Task Its_help_has_its_name()
    {
        var (code, output, errors) = await NativeProgram.ToEndAsync("build", "--help");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("  press build [<FOLDER>] [options]", Lines(output));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hello-press.html")]
    [InlineData("/api/posts?tag=llm&featured=true")]
    [InlineData("/api/posts/hello-press?fields=title,html,newer")]
    [InlineData("/api/posts?q=%EC%84%9C%EC%9A%B8&sort=title")]
    [InlineData("/api/posts?limit=none")]
    [InlineData("/api/tags")]
    [InlineData("/api/categories")]
    [InlineData("/api/openapi.json")]
    [InlineData("/no-such-page.html")]
    public async Task A_request_has_the_same_answer(string path)
    {
        using var ctrlC = new CancellationTokenSource();
        var serve = PressRun.Start(ctrlC.Token, "serve", _site.Folder, "--port", "0");
        var own = await serve.AddressAsync();
        var (program, native) = await NativeProgram.ServeAsync(_site.Folder);
        await using (program)
        {
            Assert.Equal(await AnswerAsync(own, path), await AnswerAsync(native, path));
        }

        await ctrlC.CancelAsync();
        Assert.Equal(0, await serve.ExitCode);
    }

    [Fact]
    public async Task A_folder_is_pushed_and_published()
    {
        Assert.SkipWhen(Azurite.Missing is not null, Azurite.Missing ?? "");
        await using var azurite = await Azurite.StartAsync(Cancellation);
        var (program, address) = await NativeProgram.ServeAsync("--storage", azurite.ConnectionString);
        await using (program)
        {
            var (code, output, errors) = await NativeProgram.ToEndAsync("push", _site.Folder, "--storage", azurite.ConnectionString);
            Assert.Equal((0, ""), (code, errors));
            Assert.Contains("_posts/2025-01-06-hello-press.md -> https://blog.example.com/hello-press.html", Lines(output));
            Assert.Contains("<h1>A Quiet Press</h1>", await AnswerAsync(address, "/"), StringComparison.Ordinal);
            Assert.Contains("\"total\":2", await AnswerAsync(address, "/api/posts?tag=llm"), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await NativeProgram.ToEndAsync("status", "--storage", azurite.ConnectionString)).Code);
    }

    /// <summary>Status and text; what names the port is left out.</summary>
    private static async Task<string> AnswerAsync(Uri server, string path)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var answer = await client.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return $"{answer.StatusCode} {answer.Content.Headers.ContentType}\n"
            + text.Replace(server.Authority, "server", StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text is "" ? [] : text.TrimEnd('\n').Split('\n');

    private static string[] NamesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal),
    ];
}
