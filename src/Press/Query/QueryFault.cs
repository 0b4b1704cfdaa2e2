namespace Press;

/// <summary>What is wrong with one parameter of a query.</summary>
/// <param name="Parameter">Its name as it came.</param>
/// <param name="Value">Its value as it came; null if the name itself is unknown.</param>
/// <param name="Allowed">What is allowed, in words or as a list.</param>
/// <param name="Nearest">The known name that was probably meant; null if none is near.</param>
public sealed record QueryFault(string Parameter, string? Value, string Allowed, string? Nearest)
{
    /// <summary>The fault in a sentence or two.</summary>
    public string Message =>
        (Value is null ? $"Unknown parameter '{Parameter}'. " : $"Invalid value '{Value}' for '{Parameter}'. ")
        + (Nearest is null ? "" : $"Did you mean '{Nearest}'? ")
        + $"Allowed: {Allowed}.";
}
