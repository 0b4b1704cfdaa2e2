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
        var json = new Option<bool>("--json") { Description = "Prints the receipts as JSON, for programs." };
        var command = new Command("status", "Shows the status of every upload.") { storage, json };
        command.SetAction((call, cancellationToken) => RunAsync(call.GetValue(storage), call.GetValue(json), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string? storage, bool asJson, CancellationToken cancellationToken)
    {
        var press = (await StorageAccounts.OpenAsync(storage, everybody: null, cancellationToken)).ToStores(clock).Press;
        var receipts = new List<Receipt>();
        foreach (var folder in new[] { ReceiptFolder.OfPosts(press), ReceiptFolder.OfSite(press) })
            receipts.AddRange(await folder.ListAsync(cancellationToken).ToListAsync(cancellationToken));

        if (asJson)
            output.WriteWhole(StatusJson.Of(receipts));
        else if (output.Profile.Capabilities.Interactive)
            Print(receipts);
        else
            receipts.ForEach(receipt => output.WriteWhole(string.Join('\t', Cells(receipt))));
        return receipts.Exists(receipt => receipt.State == ReceiptState.Faulty) ? PressCommand.SiteHasErrors : 0;
    }

    /// <summary>For a terminal: a line for each source, and below it what does not fit beside it. No URL is broken.</summary>
    private void Print(List<Receipt> receipts)
    {
        foreach (var receipt in receipts)
        {
            Color? color = receipt.State switch
            {
                ReceiptState.Faulty => Color.Red,
                ReceiptState.Reading or ReceiptState.Pending or ReceiptState.Scheduled => Color.Yellow,
                _ => null,
            };
            var (source, rest) = (Cells(receipt)[0], Cells(receipt)[2..]);
            output.WriteWhole($"{receipt.State.ToString().ToLowerInvariant(),-10} {source}", color);
            foreach (var cell in rest.Where(cell => cell is not ""))
                output.WriteWhole($"{"",-10} {cell}");
        }

        var states = receipts.CountBy(receipt => receipt.State).OrderBy(count => count.Key)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} {count.Key.ToString().ToLowerInvariant()}"));
        output.WriteWhole($"{Quantity.Of(receipts.Count, "source")}: {string.Join(", ", states)}".TrimEnd(' ', ':'));
    }

    /// <summary>
    /// Source, state, URL or due date, the first thing that is wrong, and where the page can be seen before it is public.
    /// </summary>
    private static string[] Cells(Receipt receipt) =>
    [
        receipt.Source,
        receipt.State.ToString().ToLowerInvariant(),
        ReadableUrl.Of(receipt.Url) ?? receipt.Due?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "",
        receipt.Diagnostics is [var first, ..] ? $"({first.Line},{first.Column}) {first.Code}: {first.Message}" : "",
        .. ReadableUrl.Of(receipt.Preview) is { } preview ? [$"preview: {preview}"] : Array.Empty<string>(),
    ];
}
