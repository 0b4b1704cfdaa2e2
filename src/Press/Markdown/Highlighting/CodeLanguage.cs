using System.Collections.Immutable;

namespace Press;

/// <summary>A language as the scanner needs to know it. Lists of words are separated by blanks.</summary>
/// <param name="Name">Its usual name in code fences.</param>
/// <param name="Aliases">Its other names.</param>
internal sealed record CodeLanguage(string Name, string Aliases = "")
{
    public string Keywords { get; init; } = "";

    public string Types { get; init; } = "";

    /// <summary>Built-in functions and what else is neither keyword nor type.</summary>
    public string Names { get; init; } = "";

    /// <summary>Keywords at the start of a statement, words elsewhere.</summary>
    public string Commands { get; init; } = "";

    /// <summary>Whether every word at the start of a statement is a keyword.</summary>
    public bool AnyCommand { get; init; }

    public bool IgnoresCase { get; init; }

    /// <summary>Whether words that begin with a capital are types.</summary>
    public bool CapitalTypes { get; init; }

    /// <summary>Keywords after which a function or a variable is named.</summary>
    public string NamesAfter { get; init; } = "";

    /// <summary>Keywords after which a type is named.</summary>
    public string TypesAfter { get; init; } = "";

    /// <summary>What a word may begin with, besides letters and <c>_</c>.</summary>
    public string WordStart { get; init; } = "";

    /// <summary>What a word may hold, besides letters, digits and <c>_</c>.</summary>
    public string WordPart { get; init; } = "";

    /// <summary>Whether digits are numbers; not in prose.</summary>
    public bool HasNumbers { get; init; } = true;

    /// <summary>What separates digits, besides <c>_</c>; 0 for none.</summary>
    public char DigitSeparator { get; init; }

    /// <summary>The characters after which a statement begins.</summary>
    public string Statements { get; init; } = "\n";

    /// <summary>How keys are told from values; null for none.</summary>
    public KeyForm? Keys { get; init; }

    /// <summary>Whether a string before a colon or an equals sign is a key.</summary>
    public string StringKeyEnds { get; init; } = "";

    public MarkupForm Markup { get; init; }

    /// <summary>Whether it is what a terminal shows: prompts, commands of <see cref="Inner"/>, output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The language of what a prompt asks for.</summary>
    public string Inner { get; init; } = "";

    public ImmutableArray<CodePart> Parts { get; init; } = [];
}
