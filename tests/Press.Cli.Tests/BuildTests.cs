namespace Press.Cli.Tests;

public sealed class BuildTests : IDisposable
{
    private readonly SiteCopy _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_site_is_built_and_built_again_from_what_changed()
    {
        var (code, output, errors) = await PressRun.ToEndAsync("build", _site.Folder);
        Assert.Equal((0, 0), (code, errors.Count));
        Assert.Matches(@"^10 posts, (\d+) files in .*_site: \1 written, 0 unchanged, 0 deleted, in \d+\.\d s$", Assert.Single(output));
        Assert.True(File.Exists(_site.PathOf("_site/ko/nvidia-gtc-2025.html")));
        Assert.True(File.Exists(_site.PathOf("_site/images/hello.jpg.480.webp")));
        Assert.Equal(16, Directory.GetFiles(_site.PathOf(".press/images")).Length);

        await File.AppendAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "\nMore.\n", TestContext.Current.CancellationToken);
        File.Delete(_site.PathOf("_posts/2025-05-20-a-quiet-page.md"));
        (_, output, _) = await PressRun.ToEndAsync("build", _site.Folder);
        // The post, the index, and the feeds that carry the post: all, and those of its language.
        Assert.Contains(": 8 written, ", Assert.Single(output), StringComparison.Ordinal);
        Assert.Contains(" unchanged, 1 deleted", Assert.Single(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_shows_all_errors_and_the_first_warnings_each_time()
    {
        await File.WriteAllTextAsync(
            _site.PathOf("_posts/2025-01-01-a.md"),
            string.Concat(Enumerable.Range(0, 60).Select(number => $"[x](/nowhere-{number}.html)\n")),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _site.PathOf("_posts/2025-01-02-z.md"), "---\ndate: never\n---\n", TestContext.Current.CancellationToken);
        var (code, first, errors) = await PressRun.ToEndAsync("build", _site.Folder);
        Assert.Equal((1, "1 error, 60 warnings"), (code, first[^1]));
        Assert.Equal(51, errors.Count(line => line.Contains(".md(", StringComparison.Ordinal)));
        Assert.Contains(
            "2025-01-02-z.md(2,7): error", errors.Last(line => line.Contains(".md(", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal($"and 10 more warnings: 'press check {_site.Folder}' shows all", errors[^1]);

        var again = await PressRun.ToEndAsync("build", _site.Folder);
        Assert.Equal((1, "1 error, 60 warnings"), (again.Code, again.Output[^1]));
        Assert.Equal(errors, again.Errors);
    }

    [Fact]
    public async Task What_a_build_keeps_is_ignored_by_git()
    {
        await PressRun.ToEndAsync("build", _site.Folder);
        Assert.Equal("*\n", await File.ReadAllTextAsync(_site.PathOf(".press/.gitignore"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Drafts_and_posts_to_come_are_built_if_asked_for_and_deleted_when_they_are_not()
    {
        await PressRun.ToEndAsync("build", _site.Folder, "-D", "--future");
        string[] pages =
            ["_site/still-a-draft.html", "_site/unpublished.html", "_site/an-unfinished-thought.html", "_site/a-letter-to-the-future.html"];
        Assert.All(pages, page => Assert.True(File.Exists(_site.PathOf(page)), page));
        Assert.Contains(
            "a-letter-to-the-future",
            await File.ReadAllTextAsync(_site.PathOf("_site/index.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        await PressRun.ToEndAsync("build", _site.Folder);
        Assert.All(pages, page => Assert.False(File.Exists(_site.PathOf(page)), page));
        Assert.DoesNotContain(
            "a-letter-to-the-future",
            await File.ReadAllTextAsync(_site.PathOf("_site/index.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_may_be_built_into_a_folder_of_its_own_sources()
    {
        await PressRun.ToEndAsync("build", _site.Folder, "--out", _site.PathOf("public"));
        var (code, output, _) = await PressRun.ToEndAsync("build", _site.Folder, "--out", _site.PathOf("public"));
        Assert.Equal(0, code);
        Assert.Matches(@" (\d+) files in .*: 0 written, \1 unchanged, 0 deleted", Assert.Single(output));
    }

    [Fact]
    public async Task A_faulty_post_is_told_of_and_leaves_its_last_page()
    {
        await PressRun.ToEndAsync("build", _site.Folder);
        await File.WriteAllTextAsync(
            _site.PathOf("_posts/2025-01-06-hello-press.md"), "---\ntitle: x\ndate: never\n---\n", TestContext.Current.CancellationToken);

        var (code, output, errors) = await PressRun.ToEndAsync("build", _site.Folder);

        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.StartsWith(
            "_posts/2025-01-06-hello-press.md(3,7): error FM006: 'date' is not a date: never.", errors[0], StringComparison.Ordinal);
        Assert.Equal(["    date: never", "          ^"], errors.Skip(1));
        Assert.Equal("1 error", output[^1]);
        Assert.True(File.Exists(_site.PathOf("_site/hello-press.html")));
    }

    [Fact]
    public async Task A_folder_without_a_post_is_not_green()
    {
        var folder = Directory.CreateDirectory(_site.PathOf("empty")).FullName;
        var (code, _, errors) = await PressRun.ToEndAsync("build", folder);
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.Equal($"press: '{folder}' has no post. A post is a Markdown file: press new \"My first post\" {folder}", errors[^1]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_mistake_and_not_one_for_each_file()
    {
        var target = _site.PathOf("_config.yml/x");
        var (code, output, errors) = await PressRun.ToEndAsync("build", _site.Folder, "--out", target);
        Assert.Equal((PressCommand.BadCall, 0), (code, output.Count));
        Assert.StartsWith($"press: the site cannot be written to '{target}': ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build {site}x", "press: there is no folder '{site}x'. Did you mean '{site}'?")]
    [InlineData("build {site}/_config.yml", "press: '{site}/_config.yml' is a file. Name the folder that it lies in: '{site}'.")]
    [InlineData("build {site} --out {site}", "press: '{site}' holds the sources themselves. Write the site elsewhere: --out {site}/_site.")]
    [InlineData(
        "build {site} --out {site}/_config.yml",
        "press: '{site}/_config.yml' is a file. Name a folder, or one that does not exist yet.")]
    public async Task A_mistake_gets_one_line(string call, string line)
    {
        var arguments = call.Replace("{site}", _site.Folder, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (code, _, errors) = await PressRun.ToEndAsync(arguments);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Equal(line.Replace("{site}", _site.Folder, StringComparison.Ordinal), Assert.Single(errors));
    }
}
