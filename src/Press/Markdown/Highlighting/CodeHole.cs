namespace Press;

/// <summary>Code inside a string.</summary>
/// <param name="Open">What begins it; written twice, it stands for itself if it is one brace.</param>
/// <param name="Close">The bracket that ends it.</param>
internal sealed record CodeHole(string Open, char Close);
