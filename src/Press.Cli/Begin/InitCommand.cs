using System.CommandLine;
using Spectre.Console;

namespace Press.Cli.Begin;

/// <summary><c>press init FOLDER --title TITLE --lang LANG --url URL</c></summary>
internal sealed class InitCommand(IAnsiConsole output, TimeProvider clock)
{
    private const string DefaultTitle = "My blog";
    private const string DefaultLanguage = "en";

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        folder.Description = "The folder of the new site; it is made if it does not exist (default: the current folder).";
        var title = new Option<string?>("--title") { HelpName = "TITLE", Description = $"The site's title (default: {DefaultTitle})." };
        var language = new Option<string?>("--lang")
        {
            HelpName = "LANG",
            Description = $"Its language, such as en or ko (default: {DefaultLanguage}).",
        };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = "Where readers will find it: https://blog.example.com" };
        var command = new Command("init", "Makes a new site: its settings and a first post.") { folder, title, language, url };
        command.SetAction((call, cancellationToken) => RunAsync(
            SiteFolder.Of(call, folder), call.GetValue(title), call.GetValue(language), call.GetValue(url), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string folderName, string? title, string? language, string? url, CancellationToken cancellationToken)
    {
        if (File.Exists(folderName))
            throw new CallException($"'{folderName}' is a file. Name a folder, or one that does not exist yet.");
        if (File.Exists(Path.Combine(folderName, SiteSettings.FileName)))
        {
            throw new CallException(
                $"'{folderName}' has a site already: its settings are in {SiteSettings.FileName}. "
                + $"To add a post: press new \"Its title\"{InCall(folderName)}");
        }

        var answers = new SiteAnswers(
            title ?? await AskAsync("Title of the site", DefaultTitle, fault: null, cancellationToken),
            Checked(language, SiteAnswers.FaultOfLanguage)
                ?? await AskAsync("Language, such as en or ko", DefaultLanguage, SiteAnswers.FaultOfLanguage, cancellationToken),
            Checked(url, SiteAnswers.FaultOfUrl)
                ?? await AskAsync("URL, empty if you do not know it yet:", "", SiteAnswers.FaultOfUrl, cancellationToken));
        foreach (var name in new NewSite(answers, clock).WriteTo(folderName))
            output.WriteWhole($"{name} made");
        output.WriteWhole($"See it: press serve{InCall(folderName)}");
        return 0;
    }

    private static string InCall(string folderName) => folderName is "." ? "" : $" {folderName}";

    /// <exception cref="CallException">The value cannot be used.</exception>
    private static string? Checked(string? value, Func<string, string?> fault) =>
        value is not null && fault(value) is { } wrong ? throw new CallException(wrong) : value;

    /// <summary>Asks on a terminal; in a pipe nobody could answer, and the default holds.</summary>
    private async Task<string> AskAsync(
        string question, string otherwise, Func<string, string?>? fault, CancellationToken cancellationToken)
    {
        if (!output.Profile.Capabilities.Interactive)
            return otherwise;
        var prompt = new TextPrompt<string>(question) { AllowEmpty = true, ShowDefaultValue = otherwise is not "" };
        prompt.DefaultValue(otherwise);
        prompt.Validate(text =>
            fault?.Invoke(text) is { } wrong ? ValidationResult.Error(Markup.Escape(wrong)) : ValidationResult.Success());
        return await prompt.ShowAsync(output, cancellationToken);
    }
}
