using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Build;

/// <summary><c>press build FOLDER --out DIR</c></summary>
internal sealed class BuildCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var target = new Option<string?>("--out") { HelpName = "DIR", Description = "Where the site is written; FOLDER/_site if not said." };
        var trust = SiteFolder.TrustHtml();
        var command = new Command("build", "Builds the site once.") { folder, target, trust };
        command.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(folder), call.GetValue(target), call.GetValue(trust), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string folderName, string? targetName, bool trustsHtml, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var folder = SiteFolder.Resolve(folderName);
        var target = Path.GetFullPath(targetName ?? Path.Combine(folder, "_site"));
        if (folder == target || SiteFolder.PrefixWithin(target, folder) is not null)
            throw new CallException($"'{targetName}' holds the sources themselves. Write the site elsewhere: --out {Path.Combine(folderName, "_site")}.");
        if (File.Exists(target))
            throw new CallException($"'{targetName}' is a file. Name a folder, or one that does not exist yet.");

        var state = new FolderStore(Path.Combine(folder, ".press"));
        await using var only = await state.TryLockAsync("build", cancellationToken)
            ?? throw new CallException($"another build of '{folderName}' is running. Try again when it has ended.");

        var sources = new FolderStore(folder);
        var local = new LocalSite(new SourceInventory(sources, SiteFolder.PrefixWithin(folder, target)), state, clock, trustsHtml);
        var (site, summary) = await BuildProgress.RunAsync(output, async progress =>
        {
            var read = await local.ReadAsync(progress.Reading, cancellationToken);
            progress.Writing(read.FileNames.Count());
            return (read, await local.WriteAsync(read, new FolderStore(target), ListNameOf(target), progress.Written, cancellationToken));
        });

        var found = summary.Diagnostics;
        await DiagnosticPrinter.PrintAsync(errors, found, sources, cancellationToken);
        output.WriteWhole(
            $"{site.Catalog.Entries.Length:N0} posts, {site.FileNames.Count():N0} files in {target}: {summary.Written:N0} written, {summary.Unchanged:N0} unchanged, "
            + $"{summary.Deleted:N0} deleted, in {clock.GetElapsedTime(started).TotalSeconds:0.0} s");
        if (found is [])
            return 0;

        output.WriteWhole(DiagnosticPrinter.Count(found));
        return found.Any(diagnostic => diagnostic.IsError) ? PressCommand.SiteHasErrors : 0;
    }

    /// <summary>One list for each folder that a site is built into.</summary>
    private static string ListNameOf(string target) => $"builds/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)))[..16]}.json";
}
