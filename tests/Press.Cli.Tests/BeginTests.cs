using System.Text.Json;
using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>A site from nothing.</summary>
public sealed class BeginTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("press-begin-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Site => Path.Combine(_folder.FullName, "site");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("en", "hello.md")]
    [InlineData("ko", "첫-글.md")]
    public async Task A_new_site_checks_and_builds(string language, string firstPost)
    {
        var (code, output, errors) = await PressRun.ToEndAsync(
            "init", Site, "--title", "Ara: \"notes\"", "--lang", language, "--url", "https://ara.example.com/blog/");
        Assert.Equal((0, 0), (code, errors.Count));
        Assert.EndsWith(firstPost + " made", output[2], StringComparison.Ordinal);
        Assert.Equal($"See it: press serve {Site}", output[^1]);

        Assert.Equal("2 files, nothing wrong", Assert.Single((await PressRun.ToEndAsync("check", Site)).Errors));
        Assert.Equal(0, (await PressRun.ToEndAsync("build", Site)).Code);
        var home = await File.ReadAllTextAsync(Path.Combine(Site, "_site/index.html"), Cancellation);
        Assert.Contains("<h1>Ara: &quot;notes&quot;</h1>", home, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", home, StringComparison.Ordinal);
        Assert.Contains("https://ara.example.com/blog/", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_never_made_over_another()
    {
        await PressRun.ToEndAsync("init", Site);
        var settings = await File.ReadAllTextAsync(Path.Combine(Site, "_config.yml"), Cancellation);
        var (code, _, errors) = await PressRun.ToEndAsync("init", Site, "--title", "Other");
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Contains("has a site already", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(settings, await File.ReadAllTextAsync(Path.Combine(Site, "_config.yml"), Cancellation));
    }

    [Fact]
    public async Task Where_posts_are_no_first_one_is_made()
    {
        Directory.CreateDirectory(Path.Combine(Site, "_posts"));
        await File.WriteAllTextAsync(Path.Combine(Site, "_posts/2025-01-01-mine.md"), "Mine.\n", Cancellation);
        await PressRun.ToEndAsync("init", Site);
        Assert.Equal(["2025-01-01-mine.md"], Directory.EnumerateFiles(Path.Combine(Site, "_posts")).Select(path => Path.GetFileName(path)));
    }

    [Theory]
    [InlineData("--lang", "korean language", "'korean language' is not a language.")]
    [InlineData("--url", "blog.example.com", "Write scheme and host: https://blog.example.com")]
    public async Task An_answer_that_cannot_be_used_is_refused(string option, string value, string message)
    {
        var (code, _, errors) = await PressRun.ToEndAsync("init", Site, option, value);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Contains(message, Assert.Single(errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Site));
    }

    [Theory]
    [InlineData("오늘의 기록: \"C#\" & 커피")]
    [InlineData("true")]
    [InlineData("[x] # not a comment: {a}")]
    [InlineData("2025")]
    [InlineData("Back\\slash 'n' {braces}")]
    public async Task A_new_post_is_published_now_with_the_title_as_it_was_written(string title)
    {
        await PressRun.ToEndAsync("init", Site, "--url", "https://ara.example.com");
        var (code, output, _) = await PressRun.ToEndAsync("new", title, Site, "--lang", "ko", "--tags", "C#, 여행 기록");
        Assert.Equal(0, code);
        Assert.Matches(@"^_posts/\d{4}-\d\d-\d\d-.+\.md$", Assert.Single(output));

        Assert.Equal("3 files, nothing wrong", Assert.Single((await PressRun.ToEndAsync("check", Site)).Errors));
        Assert.Contains("2 posts", Assert.Single((await PressRun.ToEndAsync("build", Site)).Output), StringComparison.Ordinal);
        using var index = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Site, "_site/index.json"), Cancellation));
        var post = index.RootElement.GetProperty("posts").EnumerateArray().Single(post => post.GetProperty("lang").GetString() == "ko");
        Assert.Equal(title, post.GetProperty("title").GetString());
        Assert.Equal(["C#", "여행 기록"], post.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));

        var again = await PressRun.ToEndAsync("new", title, Site);
        Assert.Equal(PressCommand.BadCall, again.Code);
        Assert.Contains("exists already", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_draft_is_not_published()
    {
        await PressRun.ToEndAsync("init", Site, "--url", "https://ara.example.com");
        await PressRun.ToEndAsync("new", "Not yet", Site, "-d");
        Assert.Contains("1 post,", Assert.Single((await PressRun.ToEndAsync("build", Site)).Output), StringComparison.Ordinal);
        Assert.Contains("2 posts,", Assert.Single((await PressRun.ToEndAsync("build", Site, "--drafts")).Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!!!", "no letter or digit")]
    [InlineData("a\nb", "a title is one line")]
    public async Task A_title_that_names_no_file_is_refused(string title, string message)
    {
        Directory.CreateDirectory(Site);
        var (code, _, errors) = await PressRun.ToEndAsync("new", title, Site);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Contains(message, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Site));
    }

    [Fact]
    public async Task The_theme_s_files_are_copied_and_never_over_one_s_own()
    {
        Directory.CreateDirectory(Path.Combine(Site, "_layouts"));
        await File.WriteAllTextAsync(Path.Combine(Site, "_layouts/post.html"), "mine", Cancellation);
        var (code, output, _) = await PressRun.ToEndAsync("theme", "eject", "post.html", "press.css", "--into", Site);
        Assert.Equal(0, code);
        Assert.Equal(["_layouts/post.html exists already, and stays as it is", "assets/press.css"], output);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Site, "_layouts/post.html"), Cancellation));
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "src/Press/Theme/assets/press.css"), Cancellation),
            await File.ReadAllBytesAsync(Path.Combine(Site, "assets/press.css"), Cancellation));

        var all = await PressRun.ToEndAsync("theme", "eject", "--into", Site);
        Assert.Equal(ThemeFiles.Names.Length, all.Output.Count);

        var wrong = await PressRun.ToEndAsync("theme", "eject", "pst.html", "--into", Site);
        Assert.Equal(PressCommand.BadCall, wrong.Code);
        Assert.Contains("Did you mean '_layouts/post.html'?", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }
}
