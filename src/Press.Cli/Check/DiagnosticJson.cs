using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press.Cli.Check;

/// <summary>Diagnostics for programs: an array of objects.</summary>
internal sealed record DiagnosticJson(string File, int Line, int Column, string Severity, string Code, string Message)
{
    public static string Of(ImmutableArray<Diagnostic> diagnostics) => JsonSerializer.Serialize(
        [.. diagnostics.Select(found => new DiagnosticJson(
            found.File, found.Position.Line, found.Position.Column,
            found.Rule.SeverityName, found.Rule.Code, found.Message))],
        DiagnosticJsonContext.Readable.ImmutableArrayDiagnosticJson);
}

[JsonSerializable(typeof(ImmutableArray<DiagnosticJson>))]
internal sealed partial class DiagnosticJsonContext : JsonSerializerContext
{
    public static DiagnosticJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // It goes to a file or a pipe, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
