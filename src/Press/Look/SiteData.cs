using System.Collections.Immutable;
using System.Text.Json;

namespace Press;

/// <summary>The files of <c>_data/</c>, which templates see as <c>site.data</c>: YAML, JSON, and tables with a row of names.</summary>
/// <seealso href="https://jekyllrb.com/docs/datafiles/"/>
internal static class SiteData
{
    private const int MaxDepth = 32;

    /// <summary>All of them, by the names of their folders and files.</summary>
    /// <param name="files">The site's files.</param>
    /// <param name="diagnostics">Takes what is wrong; a file that cannot be read is left out.</param>
    public static Dictionary<string, object?> Of(IEnumerable<Source> files, List<Diagnostic> diagnostics)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => SourceName.IsData(file.Name)))
        {
            var found = new DiagnosticBag(file.Name);
            if (SourceText.Read(file.Bytes.Span, found) is { } text)
                Add(data, file.Name[SourceName.DataFolder.Length..], Read(file.Name, text, found));
            diagnostics.AddRange(found.ToImmutable());
        }

        return data;
    }

    private static void Add(Dictionary<string, object?> data, string path, object? value)
    {
        var folders = path.Split('/');
        foreach (var folder in folders[..^1].Select(KeyOf))
        {
            if (data.GetValueOrDefault(folder) is not Dictionary<string, object?> inner)
                data[folder] = inner = new Dictionary<string, object?>(StringComparer.Ordinal);
            data = inner;
        }

        data[KeyOf(Path.GetFileNameWithoutExtension(folders[^1]))] = value;
    }

    /// <summary>Letters, digits, hyphens and underlines of a name; blanks become underlines.</summary>
    private static string KeyOf(string name) => string.Join(
        '_',
        string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static object? Read(string name, string text, DiagnosticBag diagnostics) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".json" => ReadJson(text, diagnostics),
        ".csv" => DataTable.Read(text, ','),
        ".tsv" => DataTable.Read(text, '\t'),
        _ => YamlComposer.ComposeData(text, diagnostics)?.ToPlain(),
    };

    private static object? ReadJson(string text, DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return PlainOf(document.RootElement);
        }
        catch (JsonException fault)
        {
            var position = new TextPosition((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            diagnostics.Add(DiagnosticRules.BadData, position, "this is not JSON. Correct the file; until then templates do not see it.");
            return null;
        }
    }

    private static object? PlainOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => PlainOfObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(PlainOf).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : value.GetRawText(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => null,
    };

    private static Dictionary<string, object?> PlainOfObject(JsonElement value)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
            plain[property.Name] = PlainOf(property.Value);
        return plain;
    }
}
