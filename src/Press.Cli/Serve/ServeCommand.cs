using System.CommandLine;
using System.Globalization;
using Press.Cli.Build;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Serve;

/// <summary><c>press serve FOLDER --port N</c>, or <c>--storage CONNECTION</c> in the folder's place.</summary>
internal sealed class ServeCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    private const int DefaultPort = 4000;

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        folder.Arity = ArgumentArity.ZeroOrOne;
        var storage = StorageAccounts.ContentOption();
        // Stands in the folder's place, and so not in the example of a call.
        storage.HelpName = null;
        var everybody = StorageAccounts.PublicOption();
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = $"The port on this machine; {DefaultPort} if not said, 0 for a free one.",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = argument =>
            {
                var written = argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
                if (ushort.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return number;
                argument.AddError($"'--port' cannot be '{written}': a port is a number from 0 to 65535");
                return 0;
            },
        };
        var trust = SiteFolder.TrustHtml();
        var command = new Command("serve", "Serves the site and its API on this machine, and follows what changes.") { folder, port, storage, everybody, trust };
        command.SetAction((call, cancellationToken) => (call.GetValue(folder), call.GetValue(storage)) switch
        {
            ({ } name, null) => RunAsync(name, call.GetValue(port), call.GetValue(trust), cancellationToken),
            (null, { } connection) => new StorageServing(output, errors, clock).RunAsync(connection, call.GetValue(everybody), call.GetValue(port), call.GetValue(trust), cancellationToken),
            (null, null) => throw new CallException("'serve' needs a FOLDER, or --storage CONNECTION. 'press serve --help' tells more."),
            _ => throw new CallException("'serve' takes a FOLDER or --storage, not both. To bring a folder to the storage: press push FOLDER --storage CONNECTION"),
        });
        return command;
    }

    private async Task<int> RunAsync(string folderName, int port, bool trustsHtml, CancellationToken cancellationToken)
    {
        var folder = SiteFolder.Resolve(folderName);
        // Watching begins first, so that no change falls between it and the first build.
        using var changes = Watch(folder);
        var sources = new FolderStore(folder);
        var site = new LocalSite(new SourceInventory(sources), new FolderStore(Path.Combine(folder, ".press")), clock, trustsHtml);
        var preview = await BuildProgress.RunAsync(output, progress => Preview.MakeAsync(site, progress, cancellationToken));

        await using var server = await LocalServer.StartAsync(
            preview, app => PreviewPages.Map(app, preview), trustsHtml, $"press serve {folderName}", port, cancellationToken);
        output.WriteWhole($"Serving {folder} at {server.Address}{preview.Current.HomePath} (Ctrl+C ends)");
        await ReportAsync(preview.Current, sources, cancellationToken);

        try
        {
            await foreach (var _ in changes.ReadAllAsync(cancellationToken))
            {
                if (await RebuildAsync(preview, cancellationToken))
                    await ReportAsync(preview.Current, sources, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how serving ends.
        }

        return 0;
    }

    private static FolderChanges Watch(string folder)
    {
        try
        {
            return new FolderChanges(folder);
        }
        catch (IOException fault)
        {
            throw new CallException($"'{folder}' cannot be watched: {fault.Message.TrimEnd('.')}. Close programs that watch many files, or build once: press build {folder}");
        }
    }

    /// <summary>A file that cannot be read now, since an editor is still writing it, comes again with its next change.</summary>
    private async Task<bool> RebuildAsync(Preview preview, CancellationToken cancellationToken)
    {
        try
        {
            return await preview.RebuildAsync(cancellationToken);
        }
        catch (StoreException fault)
        {
            errors.WriteWhole($"press: {fault.Message}");
            return false;
        }
    }

    private async Task ReportAsync(PreviewState state, FolderStore sources, CancellationToken cancellationToken)
    {
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var found = DiagnosticPrinter.Count(state.Diagnostics);
        output.WriteWhole($"{time} {state.Site.Catalog.Entries.Length:N0} posts{(found is "" ? "" : ", " + found)}");
        await DiagnosticPrinter.PrintAsync(errors, state.Diagnostics, sources, cancellationToken);
    }
}
