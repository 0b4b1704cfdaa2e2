namespace Press;

/// <summary>What a language says of a word.</summary>
/// <param name="Token">What it is.</param>
internal readonly record struct CodeWord(CodeToken Token)
{
    /// <summary>Whether it is a keyword at the start of a statement.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether it stands for a value.</summary>
    public bool IsValue { get; init; }

    /// <summary>What the word after it is; plain if it says nothing of that.</summary>
    public CodeToken Next { get; init; }
}
