using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Press;

/// <summary>The keys of a front matter that mean nothing to Press, for a front end of the site's own.</summary>
internal static class OwnKeys
{
    // Lists and mappings in one another. Readers of JSON stop at 64.
    private const int MaxDepth = 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A JSON object of their values; null if there are none. What is longer than <see cref="Limits.OwnKeys"/> or nested deeper than any
    /// front matter is left out, each key whole.
    /// </summary>
    public static string? ToJson(YamlMapping keys)
    {
        var json = new StringBuilder();
        foreach (var (key, _, value) in keys.Entries.Where(entry => !IsKnown(entry.Key)))
        {
            if (Member(key, value) is { } member && json.Length + member.Length + 2 <= Limits.OwnKeys)
                json.Append(json.Length == 0 ? '{' : ',').Append(member);
        }

        return json.Length == 0 ? null : json.Append('}').ToString();
    }

    private static bool IsKnown(string key) =>
        FrontMatterReader.KnownKeys.Contains(key, StringComparer.OrdinalIgnoreCase)
        || key is "authors" or "comments"
        || ForeignKeys.IsKnown(key);

    /// <summary>A key and its value, as they stand in an object; null if the value is nested too deep.</summary>
    private static string? Member(string key, YamlValue value)
    {
        if (DepthOf(value) > MaxDepth)
            return null;
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(key);
            Write(writer, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan[1..^1]);
    }

    private static int DepthOf(YamlValue value) => value switch
    {
        YamlSequence list => 1 + list.Items.Select(DepthOf).DefaultIfEmpty().Max(),
        YamlMapping mapping => 1 + mapping.Entries.Select(entry => DepthOf(entry.Value)).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static void Write(Utf8JsonWriter writer, YamlValue value)
    {
        switch (value)
        {
            case YamlSequence list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case YamlMapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteScalar(writer, value.ToPlain());
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
