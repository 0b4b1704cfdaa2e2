using System.CommandLine;
using System.Globalization;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Push;

/// <summary><c>press push FOLDER --storage CONNECTION --delete</c></summary>
internal sealed class PushCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock)
{
    private const int DefaultWait = 60;

    private readonly PushReport _report = new(output, errors);

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var storage = StorageAccounts.ContentOption();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Names what would be uploaded and deleted, and does nothing." };
        var delete = new Option<bool>("--delete")
        {
            Description = "Deletes from the storage what the folder does not have, if that is no more than a quarter of what is there.",
        };
        var most = new Option<int?>("--max-delete")
        {
            HelpName = "N",
            Description = "Lets --delete delete up to N files.",
            CustomParser = written => WholeNumber.Parse(written, "--max-delete", int.MaxValue, "Write how many files may be deleted"),
        };
        var all = new Option<bool>("--delete-all") { Description = "As --delete, however many files that are." };
        var wait = new Option<int>("--wait")
        {
            HelpName = "SECONDS",
            Description = "How long to wait for the next receipt; the push waits as long as receipts come. 0 for not at all.",
            DefaultValueFactory = _ => DefaultWait,
            CustomParser = written => WholeNumber.Parse(written, "--wait", int.MaxValue, "Write a number of seconds, 0 to not wait"),
        };
        var command = new Command("push", "Uploads what changed in a folder, and reports what became of it.")
        {
            folder, storage, dryRun, delete, most, all, wait,
        };
        command.SetAction((call, cancellationToken) =>
        {
            var limit = new DeleteLimit(call.GetValue(delete) || call.GetValue(all), call.GetValue(all), call.GetValue(most));
            if (limit is { Deletes: false, Most: not null })
                throw new CallException("'--max-delete' says how much '--delete' may delete. Write both: --delete --max-delete N");
            var patience = TimeSpan.FromSeconds(call.GetValue(wait));
            var options = new PushOptions(SiteFolder.Of(call, folder), call.GetValue(storage), limit, call.GetValue(dryRun), patience);
            return RunAsync(options, cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(PushOptions options, CancellationToken cancellationToken)
    {
        var folder = SiteFolder.Resolve(options.FolderName);
        if (SiteFolder.Inner(options.FolderName, folder) is { } inner)
            throw new CallException($"nothing was done: {inner}");
        var accounts = await StorageAccounts.OpenAsync(options.Storage, everybody: null, cancellationToken);
        var stores = accounts.ToStores(clock);
        var sources = await new SourceInventory(new FolderStore(folder)).ReadAllAsync(cancellationToken);

        var plan = await new FolderPush(stores).PlanAsync(sources, cancellationToken);
        var refusal = options.Limit.Refuse(plan, options.FolderName);
        if (options.IsDryRun)
            _report.PrintPlan(plan, options.Limit.Deletes);
        if (refusal is not null)
            throw new CallException(refusal);
        if (options.IsDryRun)
            return plan.Refused is [] ? 0 : PressCommand.SiteHasErrors;

        var sent = await UploadProgress.RunAsync(output, progress => FolderPush.UploadAsync(plan, progress, cancellationToken));
        if (options.Limit.Deletes)
            await FolderPush.DeleteOthersAsync(plan, cancellationToken);
        _report.PrintCounts(plan, sent.Length, options.Limit.Deletes ? plan.Others.Length : 0);
        if (options.Limit.Deletes)
            _report.PrintDeleted(plan.Others);
        else
            _report.PrintOthers(plan.Others);
        _report.PrintRefused(plan.Refused);
        var isWell = plan.Refused is [];
        if (options.Patience > TimeSpan.Zero)
            isWell &= await AwaitReceiptsAsync(plan, [.. sent], options.Patience, cancellationToken);
        return isWell ? 0 : PressCommand.SiteHasErrors;
    }

    /// <summary>Reports what became of what was sent now, and what is still wrong with what was sent before.</summary>
    /// <returns>Whether everything is published as it is in the folder.</returns>
    /// <exception cref="CallException">Receipts stayed away.</exception>
    private async Task<bool> AwaitReceiptsAsync(PushPlan plan, HashSet<Upload> sent, TimeSpan patience, CancellationToken cancellationToken)
    {
        var isWell = true;
        void Report(Upload upload, Receipt receipt)
        {
            if (sent.Contains(upload) || receipt.State == ReceiptState.Faulty)
                isWell &= _report.PrintReceipt(upload, receipt);
        }

        var waiting = await new ReceiptWait(clock).WaitAsync(sent.Concat(plan.Unchanged), patience, Report, cancellationToken);
        if (waiting is not [var first, ..])
            return isWell;
        var count = Quantity.Of(waiting.Length, "file has no receipt", "files have no receipt");
        var waited = patience.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture);
        throw new CallException(
            $"{count} ('{first.Source.Name}' first), and none came for {waited} s. "
            + "Does the app run? On this machine it is: press serve --storage ...");
    }
}
