using System.Text.Json;

namespace Infra.Tests;

/// <summary>The resources that a deployment would make.</summary>
internal sealed class Deployment(JsonElement snapshot)
{
    /// <summary>All of it as text.</summary>
    public string Text => snapshot.GetRawText();

    public IEnumerable<JsonElement> All => snapshot.GetProperty("predictedResources").EnumerateArray();

    /// <summary>The resources of a type.</summary>
    public IReadOnlyList<JsonElement> Of(string type) => [.. All.Where(resource => resource.GetProperty("type").GetString() == type)];

    /// <summary>The one resource of a type whose name holds a text.</summary>
    public JsonElement The(string type, string name = "") =>
        Assert.Single(Of(type), resource => NameOf(resource).Contains(name, StringComparison.Ordinal));

    public static string NameOf(JsonElement resource) => resource.GetProperty("name").GetString()!;
}

internal static class JsonPath
{
    /// <summary>The value at a path of names parted by dots.</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (inner, name) => inner.GetProperty(name));

    /// <summary>The text at such a path.</summary>
    public static string TextAt(this JsonElement element, string path) => element.At(path).ToString();

    /// <summary>The texts of the array at such a path.</summary>
    public static IReadOnlyList<string?> TextsAt(this JsonElement element, string path) =>
        [.. element.At(path).EnumerateArray().Select(item => item.GetString())];
}
