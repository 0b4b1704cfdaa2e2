namespace Press;

/// <summary>A name in a query that is well-formed and that no post has, so that nothing is found by it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The name as it came.</param>
/// <param name="Nearest">The known name that was probably meant; null if none is near.</param>
public sealed record QueryNotice(string Parameter, string Value, string? Nearest);
