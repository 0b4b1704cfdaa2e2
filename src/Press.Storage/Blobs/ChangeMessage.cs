using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press.Storage;

/// <summary>
/// Reads what Event Grid puts into a queue: one event or an array, in its own schema or as CloudEvents, as text or as base64 of it.
/// </summary>
/// <seealso href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage"/>
public static class ChangeMessage
{
    // Enough to recognise an event: its type and subject come within its first few hundred characters.
    private const int LongestInLog = 500;

    private const string Created = "Microsoft.Storage.BlobCreated";
    private const string Deleted = "Microsoft.Storage.BlobDeleted";

    /// <summary>The blobs that were written or deleted. Events of other types concern no source and are passed over.</summary>
    /// <returns>Null if the message is not what Event Grid sends about blobs.</returns>
    public static ImmutableArray<BlobSubject>? Read(string message)
    {
        if (EventsOf(message) is not { IsEmpty: false } events)
            return null;

        var blobs = ImmutableArray.CreateBuilder<BlobSubject>();
        foreach (var change in events)
        {
            if (change is not { Subject: { } subject } || (change.EventType ?? change.Type) is not { } type)
                return null;
            if (type is not (Created or Deleted))
                continue;
            if (BlobSubject.Parse(subject) is not { } blob)
                return null;
            blobs.Add(blob);
        }

        return blobs.ToImmutable();
    }

    /// <summary>The message on one line and without its end, if it is long.</summary>
    public static string Shorten(string message)
    {
        // Half a surrogate pair is no text.
        var length = Math.Min(message.Length, LongestInLog);
        if (length < message.Length && char.IsHighSurrogate(message[length - 1]))
            length--;
        var start = message[..length].ReplaceLineEndings(" ");
        return length < message.Length ? start + "..." : start;
    }

    private static ImmutableArray<ChangeEvent?> EventsOf(string message)
    {
        try
        {
            var json = JsonOf(message);
            return json is [(byte)'[', ..]
                ? JsonSerializer.Deserialize(json, ChangeEventJson.Default.ImmutableArrayChangeEvent)
                : [JsonSerializer.Deserialize(json, ChangeEventJson.Default.ChangeEvent)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>JSON begins with a bracket, which no base64 does.</summary>
    private static ReadOnlySpan<byte> JsonOf(string message)
    {
        var text = message.Trim().TrimStart('\uFEFF');
        if (text is ['{' or '[', ..])
            return Encoding.UTF8.GetBytes(text);

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes.AsSpan(0, length).TrimStart(" \t\r\n\uFEFF"u8) : [];
    }
}

/// <summary>What Event Grid's schema (<c>eventType</c>) and CloudEvents (<c>type</c>) have in common.</summary>
internal sealed record ChangeEvent(string? EventType, string? Type, string? Subject);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<ChangeEvent?>))]
internal sealed partial class ChangeEventJson : JsonSerializerContext;
