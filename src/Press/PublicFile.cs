namespace Press;

/// <summary>A file of the public site.</summary>
/// <param name="Name">Its name in the public store: <c>ko/서울-산책.html</c>.</param>
/// <param name="Content">What is written, and how a web server hands it out.</param>
/// <param name="SourceName">The source that it came from; null for what comes from many (listings) or from none (the theme).</param>
public sealed record PublicFile(string Name, StoreContent Content, string? SourceName);
