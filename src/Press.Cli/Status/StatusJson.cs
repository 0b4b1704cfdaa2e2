using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press.Cli.Status;

/// <summary>A receipt for programs, with the names that <c>GET /api/receipts/{name}</c> has.</summary>
internal sealed record StatusJson(
    string Source,
    string State,
    string? Url,
    string? File,
    DateTimeOffset? Due,
    string? Preview,
    ImmutableArray<ReceiptDiagnostic> Diagnostics)
{
    public static string Of(IEnumerable<Receipt> receipts) => JsonSerializer.Serialize(
        [.. receipts.Select(From)], StatusJsonContext.Readable.ImmutableArrayStatusJson);

    private static StatusJson From(Receipt receipt) => new(
        receipt.Source,
        JsonNamingPolicy.CamelCase.ConvertName(receipt.State.ToString()),
        receipt.Url,
        receipt.File,
        receipt.Due,
        receipt.Preview,
        receipt.Diagnostics);
}

[JsonSerializable(typeof(ImmutableArray<StatusJson>))]
internal sealed partial class StatusJsonContext : JsonSerializerContext
{
    public static StatusJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // It goes to a file or a pipe, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
