using System.CommandLine;
using System.Globalization;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Push;

/// <summary><c>press push FOLDER --storage CONNECTION --delete</c></summary>
internal sealed class PushCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    private const int DefaultWait = 60;

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var storage = StorageAccounts.ContentOption();
        var delete = new Option<bool>("--delete") { Description = "Deletes from the storage what the folder does not have." };
        var wait = new Option<int>("--wait") { Description = $"How many seconds to wait until all is published; {DefaultWait} if not said, 0 to not wait.", DefaultValueFactory = _ => DefaultWait };
        var command = new Command("push", "Uploads what changed in a folder, and tells what became of it.") { folder, storage, delete, wait };
        command.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(folder), call.GetValue(storage), call.GetValue(delete), TimeSpan.FromSeconds(call.GetValue(wait)), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string folderName, string? storage, bool deletes, TimeSpan wait, CancellationToken cancellationToken)
    {
        var folder = SiteFolder.Resolve(folderName);
        var stores = (await StorageAccounts.OpenAsync(storage, everybody: null, cancellationToken)).ToStores(clock);
        var sources = await new SourceInventory(new FolderStore(folder)).ReadAllAsync(cancellationToken);

        var push = new FolderPush(stores);
        var sent = await UploadProgress.RunAsync(output, progress => push.UploadAsync(sources, progress, cancellationToken));
        var deleted = deletes ? await push.DeleteOthersAsync(sources, cancellationToken) : 0;
        output.WriteWhole(string.Create(CultureInfo.InvariantCulture, $"{sent.Length:N0} uploaded, {sources.Count - sent.Length:N0} unchanged, {deleted:N0} deleted"));
        var tooLong = sources.Where(source => source.IsCut).ToList();
        foreach (var source in tooLong)
            errors.WriteWhole(string.Create(CultureInfo.InvariantCulture, $"{source.Name} was not uploaded: it has {source.Length:N0} bytes, more than Press takes."));
        if (wait <= TimeSpan.Zero)
            return tooLong is [] ? 0 : PressCommand.SiteHasErrors;

        var faulty = tooLong.Count;
        var unheard = await new ReceiptWait(clock).WaitAsync(sent, wait, (upload, receipt) => faulty += Tell(upload, receipt) ? 0 : 1, cancellationToken);
        if (unheard is [var first, ..])
            throw new CallException($"{unheard.Length:N0} of them, '{first.Source.Name}' first, were not published within {wait.TotalSeconds:N0} s. Does the app run? On this machine it is: press serve --storage ...");
        return faulty == 0 ? 0 : PressCommand.SiteHasErrors;
    }

    /// <summary>Prints what became of an upload; false if it is not published as it is.</summary>
    private bool Tell(Upload upload, Receipt receipt)
    {
        var name = upload.Source.Name;
        output.WriteWhole(receipt.State switch
        {
            ReceiptState.Published => $"{name} -> {receipt.Url}",
            ReceiptState.Scheduled => string.Create(CultureInfo.InvariantCulture, $"{name} comes out on {receipt.Due:yyyy-MM-dd HH:mm zzz}"),
            ReceiptState.Applied => $"{name} is part of the site's look",
            ReceiptState.Faulty when receipt.Url is not null => $"{name} is not published as it is; its last good version stays at {receipt.Url}",
            ReceiptState.Withheld when receipt.Diagnostics is [] => $"{name} is not published: a draft, or kept back by itself or by the settings",
            _ => $"{name} is not published",
        });
        foreach (var diagnostic in receipt.Diagnostics)
            DiagnosticPrinter.Print(errors, diagnostic.ToString(name), diagnostic.IsError, upload.Source.Bytes.Span, new TextPosition(diagnostic.Line, diagnostic.Column));
        return receipt.State != ReceiptState.Faulty;
    }
}
