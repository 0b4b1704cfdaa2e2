namespace Press;

/// <summary>What the scanner is in: code, a string in it, code in that, and so on.</summary>
internal struct CodeFrame
{
    public FrameKind Kind;

    public LanguageTables Language;

    /// <summary>The string or comment; null in code and elements.</summary>
    public CodePart? Part;

    /// <summary>What opens one more of the same inside; empty if that means nothing.</summary>
    public string Open;

    /// <summary>What ends it; empty if only <see cref="End"/> does.</summary>
    public string Close;

    /// <summary>How many of the same are open inside.</summary>
    public int Depth;

    /// <summary>How many delimited bodies are to come, this one counted.</summary>
    public int Bodies;

    /// <summary>The place past which nothing belongs to it.</summary>
    public int End;

    /// <summary>Whether the end of the line ends it too.</summary>
    public bool OneLine;

    /// <summary>Whether it has code inside, if its part has.</summary>
    public bool HasHoles;

    /// <summary>The name of the element that a tag opens; empty in one that closes.</summary>
    public string Tag;
}

/// <summary>The kinds of <see cref="CodeFrame"/>.</summary>
internal enum FrameKind
{
    Code,
    Region,
    Tag,
    Children,
}
