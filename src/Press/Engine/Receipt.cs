using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// What became of one source. Taking the source in writes it, the build of the site completes it; nothing in it depends on when or how
/// often.
/// </summary>
public sealed record Receipt
{
    /// <summary>The name of the source in its container, in NFC.</summary>
    public required string Source { get; init; }

    /// <summary>The version of the source that was taken in; <c>-</c> for one that no version of can be, for its name.</summary>
    public required string ETag { get; init; }

    /// <summary>The engine that took it in; another one may judge otherwise.</summary>
    public required string Engine { get; init; }

    public required ReceiptState State { get; init; }

    /// <summary>The URL of the page or file; null if there is none. A faulty source has that of its last good version.</summary>
    public string? Url { get; init; }

    /// <summary>The file in the public container; null if there is none.</summary>
    public string? File { get; init; }

    /// <summary>When a scheduled post comes due; null for all others.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// The path in the app at which the page of a post that is not public can be seen: <c>/api/preview/2025-03-24-a.md</c>; null for all
    /// others. It needs the function key.
    /// </summary>
    public string? Preview { get; init; }

    /// <summary>All that its author should know.</summary>
    public ImmutableArray<ReceiptDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>Those of them that keep the version that was taken in from being published.</summary>
    public ImmutableArray<ReceiptDiagnostic> Faults { get; init; } = [];

    /// <summary>The body as the index API hands it out; null if there is no page.</summary>
    public string? Html { get; init; }

    /// <summary>The last version without faults, from which the site is built; null if there never was one.</summary>
    public GoodVersion? Good { get; init; }

    /// <summary>Who reads the version, and how many died of it before; null unless it is being read.</summary>
    public ReadingMark? Reading { get; init; }

    /// <summary>Whether as many workers died of the version as may; it is not read any more.</summary>
    [JsonIgnore]
    internal bool IsSetAside => Faults.Any(fault => fault.Code == DiagnosticRules.SetAside.Code);

    /// <summary>Whether the version was judged. If not, the storage refused it or it is being read, and every sweep tries again.</summary>
    [JsonIgnore]
    internal bool IsFinal => State != ReceiptState.Reading && !Faults.Any(fault => fault.Code == DiagnosticRules.Unreadable.Code);

    /// <summary>Whether the version has faults, and all of them are of one rule.</summary>
    internal bool HasOnlyFaultsOf(DiagnosticRule rule) => !Faults.IsEmpty && Faults.All(fault => fault.Code == rule.Code);

    /// <summary>False for what another engine wrote and this one does not understand: the source has to be taken in again.</summary>
    [JsonIgnore]
    internal bool IsReadable => ETag is not "";

    /// <summary>Reads the receipt of a source.</summary>
    internal static Receipt Parse(string source, ReadOnlySpan<byte> json)
    {
        var unreadable = new Receipt { Source = source, ETag = "", Engine = "", State = ReceiptState.Pending };
        try
        {
            return JsonSerializer.Deserialize(json, ReceiptJson.Readable.Receipt) ?? unreadable;
        }
        catch (JsonException)
        {
            return unreadable;
        }
    }

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReceiptJson.Readable.Receipt);

    /// <summary>Compared by what is stored: arrays have no equality of their own.</summary>
    internal bool IsSameAs(Receipt other) => ToJson().AsSpan().SequenceEqual(other.ToJson());
}

/// <summary>How far a source has come.</summary>
public enum ReceiptState
{
    /// <summary>Being read by a worker. If it stays so, that worker died.</summary>
    Reading,

    /// <summary>Taken in; the build that follows will say.</summary>
    Pending,

    /// <summary>Public, at the receipt's URL.</summary>
    Published,

    /// <summary>A post whose date is yet to come.</summary>
    Scheduled,

    /// <summary>A draft, an unpublished post, or what is no part of the site.</summary>
    Withheld,

    /// <summary>Part of the site's look.</summary>
    Applied,

    /// <summary>Not published as it is now: the diagnostics say why. Its last good version, if there was one, is.</summary>
    Faulty,
}

/// <summary>A version of a source that can be published.</summary>
/// <param name="ETag">The source's.</param>
/// <param name="Created">When the source first came to be.</param>
/// <param name="Content">Its content; null for media, which are copied from the source itself.</param>
public sealed record GoodVersion(string ETag, DateTimeOffset Created, byte[]? Content)
{
    /// <summary>The version as a source.</summary>
    /// <exception cref="InvalidOperationException">Its content is not here.</exception>
    internal Source ToSource(string name) =>
        new(name, Content ?? throw new InvalidOperationException($"The content of '{name}' is not in its receipt."), ETag, Created);
}

/// <summary>A diagnostic in a receipt.</summary>
/// <param name="Code">Of the rule: <c>FM002</c>.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Line">From 1, front matter included.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ReceiptDiagnostic(string Code, string Severity, int Line, int Column, string Message)
{
    /// <summary>Whether it is more than a warning.</summary>
    [JsonIgnore]
    public bool IsError => Severity == "error";

    internal static ReceiptDiagnostic Of(Diagnostic diagnostic) =>
        new(diagnostic.Rule.Code, diagnostic.Rule.SeverityName, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Message);

    /// <summary>The line that editors and build logs know.</summary>
    public string ToString(string file) => $"{file}({Line},{Column}): {Severity} {Code}: {Message}";
}

[JsonSerializable(typeof(Receipt))]
internal sealed partial class ReceiptJson : JsonSerializerContext
{
    public static ReceiptJson Readable { get; } = new(new JsonSerializerOptions(StoredJson.Writing)
    {
        Converters = { new JsonStringEnumConverter<ReceiptState>(JsonNamingPolicy.CamelCase) },
    });
}
