using System.CommandLine;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Check;

/// <summary><c>press check FOLDER --format text|json|github</c></summary>
internal sealed class CheckCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    private const string Text = "text";
    private static readonly string[] Formats = [Text, "json", "github"];

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var format = new Option<string>("--format", "-f")
        {
            HelpName = string.Join('|', Formats),
            Description = "How what is found is printed: for people, for programs, or as annotations of a GitHub workflow.",
            DefaultValueFactory = _ => Text,
        };
        format.CompletionSources.Add(Formats);
        format.Validators.Add(written =>
        {
            if (written.Tokens is [var only] && !Formats.Contains(only.Value))
                written.AddError($"invalid value '{only.Value}' for '--format'. Allowed: {string.Join(", ", Formats)}");
        });
        var trust = SiteFolder.TrustHtml();
        var urls = new Option<string?>("--urls")
        {
            HelpName = "FILE",
            Description = "The URLs that the site had: a sitemap, or one a line. Those that would be lost are reported.",
        };
        var command = new Command("check", "Reports what is wrong with the site, and builds nothing.") { folder, format, trust, urls };
        command.SetAction((call, cancellationToken) =>
            RunAsync(
                SiteFolder.Of(call, folder), call.GetRequiredValue(format), call.GetValue(trust), call.GetValue(urls), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string folderName, string format, bool trustsHtml, string? urls, CancellationToken cancellationToken)
    {
        var folder = SiteFolder.Resolve(folderName);
        var sources = new FolderStore(folder);
        var local = new LocalSite(new SourceInventory(sources), state: null, clock, trustsHtml, makesPictures: false);
        var site = await local.ReadAsync(progress: null, cancellationToken);
        var found = await LocalSite.CheckAsync(site, cancellationToken);
        if (urls is not null)
            found = [.. found, .. await FindLostAsync(urls, site, cancellationToken)];
        var note = SiteFolder.NoteOn(folderName, folder, site.HasPosts);
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
                var names = await sources.ListAsync("", cancellationToken).Select(item => item.Name).ToListAsync(cancellationToken);
                foreach (var line in JekyllSummary.Of(site, names)?.Lines() ?? [])
                    output.WriteWhole(line);
                await DiagnosticPrinter.PrintAsync(output, found, sources, cancellationToken);
                if (found is not [])
                    errors.WriteWhole(DiagnosticPrinter.Count(found));
                else if (note is null)
                    errors.WriteWhole($"{Quantity.Of(site.SourceCount, "file")}, nothing wrong");
                break;
        }

        if (note is not null)
            errors.WriteWhole($"press: {note}");
        return note is not null || found.Any(diagnostic => diagnostic.IsError) ? PressCommand.SiteHasErrors : 0;
    }

    private static async Task<IEnumerable<Diagnostic>> FindLostAsync(string file, SiteState site, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new CallException($"there is no file '{file}'. Name a sitemap, or a text file with one URL a line.");
        var paths = OldUrls.PathsIn(await File.ReadAllTextAsync(file, cancellationToken), site.Site.Settings);
        return OldUrls.LostOf(paths, site).Select(lost => lost.ToDiagnostic());
    }
}
