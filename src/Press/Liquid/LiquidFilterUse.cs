namespace Press;

/// <summary>A filter that stands in a template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Its line in the file.</param>
internal readonly record struct LiquidFilterUse(string Name, int Line);
