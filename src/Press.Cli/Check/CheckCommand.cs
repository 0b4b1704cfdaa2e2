using System.CommandLine;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Check;

/// <summary><c>press check FOLDER --format text|json|github</c></summary>
internal sealed class CheckCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    private const string Text = "text";

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var format = new Option<string>("--format")
        {
            HelpName = "text|json|github",
            Description = "How what is found is printed: for people, for programs, or as annotations of a GitHub workflow.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, "json", "github");
        var trust = SiteFolder.TrustHtml();
        var command = new Command("check", "Tells what is wrong with the site, and builds nothing.") { folder, format, trust };
        command.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(folder), call.GetRequiredValue(format), call.GetValue(trust), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string folderName, string format, bool trustsHtml, CancellationToken cancellationToken)
    {
        var sources = new FolderStore(SiteFolder.Resolve(folderName));
        var local = new LocalSite(new SourceInventory(sources), state: null, clock, trustsHtml, makesPictures: false);
        var site = await local.ReadAsync(progress: null, cancellationToken);
        var found = await LocalSite.CheckAsync(site, cancellationToken);
        switch (format)
        {
            case "json":
                output.WriteWhole(DiagnosticJson.Of(found));
                break;
            case "github":
                foreach (var diagnostic in found)
                    output.WriteWhole(WorkflowCommand.Of(diagnostic, folderName));
                break;
            default:
                await DiagnosticPrinter.PrintAsync(output, found, sources, cancellationToken);
                errors.WriteWhole(found is [] ? $"{site.SourceCount:N0} files, nothing wrong" : DiagnosticPrinter.Count(found));
                break;
        }

        return found.Any(diagnostic => diagnostic.IsError) ? PressCommand.SiteHasErrors : 0;
    }
}
