namespace Press.Cli.Tests;

/// <summary>What is said of calls that cannot be carried out.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData(
        "",
        "press: a command is missing. "
            + "Commands: init, new, serve, check, build, push, status, theme, help. See 'press --help'.")]
    [InlineData(
        "bild",
        "press: unknown command 'bild'. Did you mean 'build'? "
            + "Commands: init, new, serve, check, build, push, status, theme, help. See 'press --help'.")]
    [InlineData(
        "serve --bogus empty",
        "press: unknown option '--bogus'. "
            + "Write 'press serve [FOLDER] [--port N] [--storage CONNECTION] [--public-storage CONNECTION]'. See 'press serve --help'.")]
    [InlineData("build --clean", "press: unknown option '--clean'. Write 'press build [FOLDER] [--out DIR]'. See 'press build --help'.")]
    [InlineData(
        "build . --ou x",
        "press: unknown option '--ou'. Did you mean '--out'? "
            + "Write 'press build [FOLDER] [--out DIR]'. See 'press build --help'.")]
    [InlineData(
        "check --json empty",
        "press: unknown option '--json'. Did you mean '--format json'? "
            + "Write 'press check [FOLDER] [--format text|json|github] [--urls FILE]'. See 'press check --help'.")]
    [InlineData(
        "build a b",
        "press: 'b' is one word too many. Put quotes around a name with spaces. "
            + "Write 'press build [FOLDER] [--out DIR]'. See 'press build --help'.")]
    [InlineData("theme", "press: a command is missing. Commands: eject. See 'press theme --help'.")]
    [InlineData("new", "press: 'new' needs a TITLE. Write 'press new TITLE [FOLDER] [--lang LANG] [--tags TAGS]'. See 'press new --help'.")]
    [InlineData(
        "serve . --port abc",
        "press: invalid value 'abc' for '--port'. A port is a number from 0 to 65535. "
            + "Write 'press serve [FOLDER] [--port N] [--storage CONNECTION] [--public-storage CONNECTION]'. See 'press serve --help'.")]
    [InlineData(
        "serve . -p 65536",
        "press: invalid value '65536' for '--port'. A port is a number from 0 to 65535. "
            + "Write 'press serve [FOLDER] [--port N] [--storage CONNECTION] [--public-storage CONNECTION]'. See 'press serve --help'.")]
    [InlineData(
        "check . --format xml",
        "press: invalid value 'xml' for '--format'. Allowed: text, json, github. "
            + "Write 'press check [FOLDER] [--format text|json|github] [--urls FILE]'. See 'press check --help'.")]
    [InlineData(
        "check . -x",
        "press: unknown option '-x'. "
            + "Write 'press check [FOLDER] [--format text|json|github] [--urls FILE]'. See 'press check --help'.")]
    [InlineData(
        "push . --delete --max-delete many",
        "press: invalid value 'many' for '--max-delete'. Write how many files may be deleted. "
            + "Write 'press push [FOLDER] [--storage CONNECTION] [--max-delete N] [--wait SECONDS]'. See 'press push --help'.")]
    [InlineData(
        "push . --wait -5",
        "press: invalid value '-5' for '--wait'. Write a number of seconds, 0 to not wait. "
            + "Write 'press push [FOLDER] [--storage CONNECTION] [--max-delete N] [--wait SECONDS]'. See 'press push --help'.")]
    [InlineData(
        "new A second",
        "press: there is no folder 'second'. "
            + "Name the folder of the site, or put quotes around a title of several words.")]
    [InlineData("push . --max-delete 3", "press: '--max-delete' says how much '--delete' may delete. Write both: --delete --max-delete N")]
    public async Task A_mistake_gets_one_line(string call, string line)
    {
        var (code, _, errors) = await PressRun.ToEndAsync(call.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Equal(line, Assert.Single(errors));
    }

    [Fact]
    public async Task What_stands_behind_two_dashes_is_no_option()
    {
        var (code, _, errors) = await PressRun.ToEndAsync("check", "--", "--bogus");
        Assert.Equal(PressCommand.BadCall, code);
        Assert.StartsWith("press: there is no folder '--bogus'.", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push", "help", "push")]
    [InlineData("theme eject", "help", "theme", "eject")]
    [InlineData("theme eject", "theme", "eject", "-h")]
    public async Task Help_explains_a_command(string command, params string[] arguments)
    {
        var (code, output, errors) = await PressRun.ToEndAsync(arguments);
        Assert.Equal((0, 0), (code, errors.Count));
        Assert.Contains(output, line => line.Contains($" {command} [", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_about_a_command_that_does_not_exist_names_the_nearest()
    {
        var (code, _, errors) = await PressRun.ToEndAsync("help", "bild");
        Assert.Equal(PressCommand.BadCall, code);
        Assert.StartsWith("press: unknown command 'bild'. Did you mean 'build'?", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_can_ask_for_completions()
    {
        var (code, output, _) = await PressRun.ToEndAsync("[suggest:7]", "build -");
        Assert.Equal(0, code);
        var words = string.Join('\n', output).Split('\n');
        Assert.Contains("--drafts", words);
        Assert.Contains("--out", words);
    }
}
