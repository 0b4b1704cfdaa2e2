namespace Press.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly SiteCopy _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_good_site_has_nothing_wrong()
    {
        var (code, output, errors) = await PressRun.ToEndAsync("check", _site.Folder);
        Assert.Equal((0, 0), (code, output.Count));
        Assert.Equal("18 files, nothing wrong", Assert.Single(errors));
    }

    [Fact]
    public async Task Faults_are_shown_with_their_line_and_a_caret()
    {
        await BreakAsync();
        var (code, output, errors) = await PressRun.ToEndAsync("check", _site.Folder);
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.Equal(
            [
                "a.md(2,8): error FM002: a quote is opened here and never closed. Write the same quote at the end of the value.",
                "    title: \"한글 제목",
                "           ^",
                "b.md(4,5): warning MD003: 'nowhere.md' leads to no published post.",
                "    한글, [a](nowhere.md)",
                "    \u3000\u3000  ^",
            ],
            output);
        Assert.Equal("1 error, 1 warning", Assert.Single(errors));
    }

    [Fact]
    public async Task Programs_get_JSON()
    {
        await BreakAsync();
        var (_, output, _) = await PressRun.ToEndAsync("check", _site.Folder, "--format", "json");
        var found = System.Text.Json.JsonDocument.Parse(string.Join('\n', output)).RootElement;
        Assert.Equal(2, found.GetArrayLength());
        Assert.Equal(
            ("a.md", 2, 8, "error", "FM002"),
            (
                found[0].GetProperty("file").GetString(),
                found[0].GetProperty("line").GetInt32(),
                found[0].GetProperty("column").GetInt32(),
                found[0].GetProperty("severity").GetString(),
                found[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_GitHub_workflow_gets_annotations()
    {
        await BreakAsync();
        var (code, output, _) = await PressRun.ToEndAsync("check", _site.Folder, "--format", "github");
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.StartsWith(
            $"::error file={_site.Folder}/a.md,line=2,col=8,title=FM002::a quote is opened", output[0], StringComparison.Ordinal);
        Assert.StartsWith($"::warning file={_site.Folder}/b.md,line=4,col=", output[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_may_trust_HTML()
    {
        await File.WriteAllTextAsync(
            _site.PathOf("_posts/2025-01-01-a.md"), "<script>x()</script>\n", TestContext.Current.CancellationToken);
        Assert.Equal("1 warning", Assert.Single((await PressRun.ToEndAsync("check", _site.Folder)).Errors));
        Assert.Equal("19 files, nothing wrong", Assert.Single((await PressRun.ToEndAsync("check", _site.Folder, "--trust-html")).Errors));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_folder_without_a_post_is_not_green(string format)
    {
        var folder = Directory.CreateDirectory(_site.PathOf("empty")).FullName;
        var (code, _, errors) = await PressRun.ToEndAsync("check", folder, "--format", format);
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.Equal(
            $"press: '{folder}' has no post. A post is a Markdown file: press new \"My first post\" {folder}", Assert.Single(errors));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    public async Task The_folder_above_a_site_is_not_green(string command)
    {
        var above = Path.GetDirectoryName(_site.Folder)!;
        var (code, _, errors) = await PressRun.ToEndAsync(command, above);
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.Equal(
            $"press: '{above}' has no _config.yml, and its folder 'blog' has one. Did you mean '{_site.Folder}'?", errors[^1]);
    }

    [Fact]
    public async Task Settings_under_another_name_are_reported()
    {
        File.Move(_site.PathOf("_config.yml"), _site.PathOf("_config.yaml"));
        var (code, _, errors) = await PressRun.ToEndAsync("check", _site.Folder);
        Assert.Equal(PressCommand.SiteHasErrors, code);
        Assert.Equal("press: '_config.yaml' is not read: the settings are '_config.yml'. Rename the file.", errors[^1]);
    }

    [Fact]
    public async Task One_warning_is_no_warnings()
    {
        var folder = Directory.CreateDirectory(_site.PathOf("one")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "2025-01-01-a.md"), "Text.\n", TestContext.Current.CancellationToken);
        var (_, output, errors) = await PressRun.ToEndAsync("check", folder);
        Assert.StartsWith("_config.yml(1,1): warning CF041: there is no '_config.yml'", Assert.Single(output), StringComparison.Ordinal);
        Assert.Equal("1 warning", Assert.Single(errors));
    }

    private async Task BreakAsync()
    {
        await File.WriteAllTextAsync(_site.PathOf("a.md"), "---\ntitle: \"한글 제목\n---\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _site.PathOf("b.md"), "---\ntitle: B\n---\n한글, [a](nowhere.md)\n", TestContext.Current.CancellationToken);
    }
}
