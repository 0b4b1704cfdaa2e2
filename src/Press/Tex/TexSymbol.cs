namespace Press;

/// <summary>A character of mathematics and the part that it has in a formula.</summary>
internal readonly record struct TexSymbol(string Text, AtomKind Kind);
