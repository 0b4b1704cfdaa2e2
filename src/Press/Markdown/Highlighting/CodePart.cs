using System.Collections.Immutable;

namespace Press;

/// <summary>A comment, a string or another part of code that begins with a fixed text.</summary>
/// <param name="Open">What it begins with; case counts as in its language.</param>
/// <param name="Token">What it is.</param>
internal sealed record CodePart(string Open, CodeToken Token)
{
    public PartForm Form { get; init; }

    public PartPlace Place { get; init; }

    /// <summary>What ends it; empty where its form says that.</summary>
    public string Close { get; init; } = "";

    /// <summary>Takes its meaning from the character after it; 0 for none.</summary>
    public char Escape { get; init; }

    /// <summary>Whether <see cref="Close"/> written twice stands for itself.</summary>
    public bool Doubles { get; init; }

    /// <summary>Whether the end of the line ends it too.</summary>
    public bool OneLine { get; init; }

    /// <summary>Whether <see cref="Open"/> inside asks for another <see cref="Close"/>.</summary>
    public bool Nests { get; init; }

    /// <summary>How many delimited bodies follow one another: two in <c>s/a/b/</c>.</summary>
    public int Bodies { get; init; } = 1;

    /// <summary>Characters that its word may hold besides those of the language's words.</summary>
    public string WordPart { get; init; } = "";

    /// <summary>The language inside it.</summary>
    public string Inner { get; init; } = "";

    public ImmutableArray<CodeHole> Holes { get; init; } = [];
}
