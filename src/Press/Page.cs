namespace Press;

/// <summary>A page laid out whole.</summary>
/// <param name="Path">Its path on the site, readable, with a slash before it.</param>
/// <param name="Html">A complete HTML document.</param>
/// <param name="SourceName">The post that it shows; null for a listing.</param>
public sealed record Page(string Path, string Html, string? SourceName);
