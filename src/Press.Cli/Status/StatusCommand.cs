using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Press.Cli.Status;

/// <summary><c>press status --storage CONNECTION</c></summary>
internal sealed class StatusCommand(IAnsiConsole output, TimeProvider clock)
{
    public Command Define()
    {
        var storage = StorageAccounts.ContentOption();
        var command = new Command("status", "Tells what became of everything that was uploaded.") { storage };
        command.SetAction((call, cancellationToken) => RunAsync(call.GetValue(storage), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string? storage, CancellationToken cancellationToken)
    {
        var press = (await StorageAccounts.OpenAsync(storage, everybody: null, cancellationToken)).ToStores(clock).Press;
        var receipts = new List<Receipt>();
        foreach (var folder in new[] { ReceiptFolder.OfPosts(press), ReceiptFolder.OfSite(press) })
            receipts.AddRange(await folder.ListAsync(cancellationToken).ToListAsync(cancellationToken));

        if (output.Profile.Capabilities.Interactive)
            output.Write(TableOf(receipts));
        else
            receipts.ForEach(receipt => output.WriteWhole(string.Join('\t', Cells(receipt))));
        return receipts.Exists(receipt => receipt.State == ReceiptState.Faulty) ? PressCommand.SiteHasErrors : 0;
    }

    private static Table TableOf(IEnumerable<Receipt> receipts)
    {
        var table = new Table().AddColumns("Source", "State", "URL", "Found").Border(TableBorder.Rounded);
        foreach (var receipt in receipts)
        {
            var color = receipt.State switch { ReceiptState.Faulty => Color.Red, ReceiptState.Reading or ReceiptState.Pending or ReceiptState.Scheduled => Color.Yellow, _ => Color.Default };
            table.AddRow(Cells(receipt).Select(cell => new Text(cell, new Style(color))));
        }

        return table;
    }

    /// <summary>Source, state, URL or due date, and the first thing that is wrong.</summary>
    private static string[] Cells(Receipt receipt) =>
    [
        receipt.Source,
        receipt.State.ToString().ToLowerInvariant(),
        receipt.Url ?? receipt.Due?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "",
        receipt.Diagnostics is [var first, ..] ? $"({first.Line},{first.Column}) {first.Code}: {first.Message}" : "",
    ];
}
