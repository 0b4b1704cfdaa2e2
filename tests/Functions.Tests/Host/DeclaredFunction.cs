using System.Text.Json;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>A function as the worker declares it to the host.</summary>
/// <param name="Id">Its id on the wire.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bindings">Its bindings, each as JSON: the trigger first.</param>
internal sealed record DeclaredFunction(string Id, string Name, IReadOnlyList<JsonElement> Bindings)
{
    public JsonElement Trigger =>
        Bindings.Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of the parameter that gets what triggered it.</summary>
    public string Parameter => Trigger.GetProperty("name").GetString()!;

    public bool IsHttp => Trigger.GetProperty("type").GetString() == "httpTrigger";

    public static DeclaredFunction From(RpcFunctionMetadata metadata) =>
        new(metadata.FunctionId, metadata.Name, [.. metadata.RawBindings.Select(binding => JsonElement.Parse(binding))]);
}
