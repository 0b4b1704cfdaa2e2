using System.CommandLine;
using System.Globalization;
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
        var target = new Option<string?>("--out", "-o") { HelpName = "DIR", Description = "Output folder (default: FOLDER/_site)." };
        var trust = SiteFolder.TrustHtml();
        var shown = new ShownPostsOptions();
        var command = new Command("build", "Builds the site once.") { folder, target, trust };
        shown.AddTo(command);
        command.SetAction((call, cancellationToken) => RunAsync(
            SiteFolder.Of(call, folder), call.GetValue(target), call.GetValue(trust), shown.Of(call), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        string folderName, string? targetName, bool trustsHtml, ShownPosts shown, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var folder = SiteFolder.Resolve(folderName);
        var target = TargetOf(folder, folderName, targetName);
        var state = StateFolder.Open(folder);
        await using var only = await state.TryLockAsync("build", cancellationToken)
            ?? throw new CallException($"another build of '{folderName}' is running. Try again when it has ended.");

        var sources = new FolderStore(folder);
        var inventory = new SourceInventory(sources, SiteFolder.PrefixWithin(folder, target)) { ReadsDrafts = shown.Drafts };
        var local = new LocalSite(inventory, state, clock, trustsHtml) { Shows = shown };
        var (store, list) = (new FolderStore(target), ListNameOf(target));
        var summary = await local.FindUnchangedAsync(store, list, cancellationToken)
            ?? await BuildProgress.RunAsync(output, async progress =>
        {
            var read = await local.ReadAsync(progress.Reading, cancellationToken);
            progress.Writing(read.FileNames.Count());
            return await local.WriteAsync(read, store, list, progress.Written, cancellationToken);
        });

        if (await DiagnosticPrinter.PrintFirstAsync(errors, summary.Diagnostics, sources, cancellationToken) is > 0 and var left)
            errors.WriteWhole($"and {Quantity.Of(left, "more warning")}: 'press check {folderName}' shows all");
        Report(summary, target, clock.GetElapsedTime(started));
        var note = SiteFolder.NoteOn(folderName, folder, summary.HasPosts);
        if (note is not null)
            errors.WriteWhole($"press: {note}");
        return note is not null || summary.Diagnostics.Any(diagnostic => diagnostic.IsError) ? PressCommand.SiteHasErrors : 0;
    }

    private void Report(WriteSummary summary, string target, TimeSpan took)
    {
        var posts = Quantity.Of(summary.Posts, "post");
        var files = Quantity.Of(summary.Written + summary.Unchanged, "file");
        var changes = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Written:N0} written, {summary.Unchanged:N0} unchanged, {summary.Deleted:N0} deleted, in {took.TotalSeconds:0.0} s");
        output.WriteWhole($"{posts}, {files} in {target}: {changes}");
        if (DiagnosticPrinter.Count(summary.Diagnostics) is { Length: > 0 } found)
            output.WriteWhole(found);
    }

    private static string TargetOf(string folder, string folderName, string? targetName)
    {
        var target = Path.GetFullPath(targetName ?? Path.Combine(folder, "_site"));
        if (folder == target || SiteFolder.PrefixWithin(target, folder) is not null)
        {
            throw new CallException(
                $"'{targetName}' holds the sources themselves. Write the site elsewhere: --out {Path.Combine(folderName, "_site")}.");
        }

        if (File.Exists(target))
            throw new CallException($"'{targetName}' is a file. Name a folder, or one that does not exist yet.");
        MakeWritable(target);
        return target;
    }

    /// <summary>Makes the folder. Without this every file of the site would be an error of its own.</summary>
    /// <exception cref="CallException">Nothing can be written there.</exception>
    private static void MakeWritable(string target)
    {
        try
        {
            Directory.CreateDirectory(target);
            using var tried = new FileStream(
                Path.Combine(target, ".press-writes"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CallException(
                $"the site cannot be written to '{target}': {fault.Message.TrimEnd('.')}. Name another folder: --out DIR");
        }
    }

    /// <summary>One list for each folder that a site is built into.</summary>
    private static string ListNameOf(string target) =>
        $"builds/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)))[..16]}.json";
}
