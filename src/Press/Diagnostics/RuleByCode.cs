using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>Writes a rule as its code, and finds it again by that.</summary>
internal sealed class RuleByCode : JsonConverter<DiagnosticRule>
{
    private static readonly FrozenDictionary<string, DiagnosticRule> Rules = typeof(DiagnosticRules)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (DiagnosticRule)field.GetValue(null)!)
        .ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <exception cref="JsonException">There is no such rule; another version of Press had it.</exception>
    public override DiagnosticRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } code && Rules.TryGetValue(code, out var rule) ? rule : throw new JsonException("There is no such rule.");

    public override void Write(Utf8JsonWriter writer, DiagnosticRule value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
