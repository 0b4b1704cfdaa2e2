using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace Press.Cli.Push;

/// <summary>Prints what a push does, and what became of what it uploaded.</summary>
internal sealed class PushReport(IAnsiConsole output, IAnsiConsole errors)
{
    // Whoever wants all of them asks for them with --dry-run.
    private const int MaxOthers = 20;

    /// <summary>Names what a push would do.</summary>
    public void PrintPlan(PushPlan plan, bool deletes)
    {
        foreach (var upload in plan.Changed)
            output.WriteWhole($"would upload {upload.Source.Name}");
        foreach (var file in plan.Others)
            output.WriteWhole(deletes ? $"would delete {file.Name}" : $"only in the storage: {file.Name}");
        var deleted = deletes ? plan.Others.Length : 0;
        output.WriteWhole(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Changed.Length:N0} to upload, {plan.Unchanged.Length:N0} unchanged, {deleted:N0} to delete"));
    }

    public void PrintCounts(PushPlan plan, int uploaded, int deleted) => output.WriteWhole(string.Create(
        CultureInfo.InvariantCulture, $"{uploaded:N0} uploaded, {plan.Unchanged.Length:N0} unchanged, {deleted:N0} deleted"));

    public void PrintDeleted(ImmutableArray<StoredFile> files)
    {
        foreach (var file in files)
            output.WriteWhole($"deleted {file.Name}");
    }

    /// <summary>Names what stays in the storage though the folder does not have it.</summary>
    public void PrintOthers(ImmutableArray<StoredFile> files)
    {
        foreach (var file in files.Take(MaxOthers))
            output.WriteWhole($"only in the storage: {file.Name}");
        if (files.Length > MaxOthers)
            output.WriteWhole($"and {files.Length - MaxOthers:N0} more; --dry-run names them all");
        if (files.IsEmpty)
            return;
        var count = Quantity.Of(files.Length, "file is", "files are");
        output.WriteWhole($"{count} in the storage and not in the folder; --delete deletes them");
    }

    /// <summary>Says why files were not uploaded.</summary>
    public void PrintRefused(IEnumerable<Source> sources)
    {
        foreach (var source in sources)
        {
            var why = source.Fault?.Message
                ?? string.Create(CultureInfo.InvariantCulture, $"it has {source.Length:N0} bytes, more than Press takes.");
            errors.WriteWhole($"{source.Name} was not uploaded: {why}");
        }
    }

    /// <summary>Prints what became of an upload; false if it is not published as it is.</summary>
    public bool PrintReceipt(Upload upload, Receipt receipt)
    {
        var name = upload.Source.Name;
        output.WriteWhole(receipt.State switch
        {
            ReceiptState.Published => $"{name} -> {ReadableUrl.Of(receipt.Url)}",
            ReceiptState.Scheduled =>
                string.Create(CultureInfo.InvariantCulture, $"{name} comes out on {receipt.Due:yyyy-MM-dd HH:mm zzz}"),
            ReceiptState.Applied => $"{name} is part of the site's look",
            ReceiptState.Faulty when receipt.Url is not null =>
                $"{name} is not published as it is; its last good version stays at {ReadableUrl.Of(receipt.Url)}",
            ReceiptState.Withheld when receipt.Diagnostics is [] =>
                $"{name} is not published: a draft, or kept back by itself or by the settings",
            _ => $"{name} is not published",
        });
        if (receipt.Preview is { } preview)
            output.WriteWhole($"  preview: {ReadableUrl.Of(preview)} (of the app, with its key: ?code=KEY)");
        foreach (var found in receipt.Diagnostics)
        {
            var position = new TextPosition(found.Line, found.Column);
            DiagnosticPrinter.Print(errors, found.ToString(name), found.IsError, upload.Source.Bytes.Span, position);
        }

        return receipt.State != ReceiptState.Faulty;
    }
}
