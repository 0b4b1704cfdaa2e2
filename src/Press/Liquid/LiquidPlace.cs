namespace Press;

/// <summary>A line of a template.</summary>
/// <param name="File">Its file, by its name in the site.</param>
/// <param name="Line">From 1, front matter included; 0 for none.</param>
internal readonly record struct LiquidPlace(string File, int Line);
