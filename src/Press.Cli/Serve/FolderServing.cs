using System.Collections.Immutable;
using System.Globalization;
using Press.Cli.Build;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Serve;

/// <summary>Serves the site of a folder, and follows what changes there.</summary>
internal sealed class FolderServing(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock, Action<string> browser)
{
    // Whoever changes more at once knows what it was.
    private const int MaxNames = 3;

    public async Task<int> RunAsync(string folderName, ServeOptions options, CancellationToken cancellationToken)
    {
        var folder = SiteFolder.Resolve(folderName);
        // Watching begins first, so that no change falls between it and the first build.
        using var changes = Watch(folder);
        var sources = new FolderStore(folder);
        var inventory = new SourceInventory(sources) { ReadsDrafts = true };
        var site = new LocalSite(inventory, StateFolder.Open(folder), clock, options.TrustsHtml) { Shows = options.Shown };
        var preview = await BuildProgress.RunAsync(output, progress => Preview.MakeAsync(site, progress, cancellationToken));

        await using var server = await LocalServer.StartAsync(
            preview,
            app => PreviewPages.Map(app, preview),
            options.TrustsHtml,
            $"press serve {folderName}",
            options.Port,
            cancellationToken);
        preview.Address = server.Address;
        var home = server.Address + preview.Current.HomePath;
        output.WriteWhole($"Serving {folder} at {home} (Ctrl+C ends)");
        await ReportAsync(preview.Current, changed: [], sources, cancellationToken);
        if (SiteFolder.NoteOn(folderName, folder, preview.Current.Site.HasPosts) is { } note)
            errors.WriteWhole($"press: {note}");
        if (options.Opens)
            Open(home);

        try
        {
            var reasons = new RebuildReasons(changes, clock);
            await foreach (var changed in reasons.ReadAllAsync(() => preview.Current.Site.NextChange, cancellationToken))
            {
                if (await RebuildAsync(preview, cancellationToken))
                    await ReportAsync(preview.Current, changed, sources, cancellationToken);
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
            throw new CallException(
                $"'{folder}' cannot be watched: {fault.Message.TrimEnd('.')}. "
                + $"Close programs that watch many files, or build once: press build {folder}");
        }
    }

    /// <summary>A machine without a browser still serves.</summary>
    private void Open(string home)
    {
        try
        {
            browser(home);
        }
        catch (CallException fault)
        {
            errors.WriteWhole($"press: {fault.Message}");
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

    private async Task ReportAsync(
        PreviewState state, ImmutableArray<string> changed, FolderStore sources, CancellationToken cancellationToken)
    {
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var more = changed.Length > MaxNames ? $" and {changed.Length - MaxNames:N0} more" : "";
        var names = string.Join(", ", changed.Take(MaxNames)) + more;
        output.WriteWhole($"{time} {(changed is [] ? "" : $"{names} changed: ")}{state.Summary()}");
        await DiagnosticPrinter.PrintAsync(errors, state.Diagnostics, sources, cancellationToken);
    }
}
