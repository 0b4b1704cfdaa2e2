namespace Press;

/// <summary>A link of a post that leads nowhere.</summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Message">What its author is told, but for what may be meant.</param>
internal sealed record LinkFault(DiagnosticRule Rule, TextPosition Position, string Message)
{
    /// <summary>The source to which it should lead, and a source of like name may be meant; null if nothing is looked for.</summary>
    public string? MeantSource { get; init; }

    /// <summary>The path to which it should lead, likewise.</summary>
    public string? MeantPath { get; init; }

    /// <summary>Whether it is looked for what may be meant.</summary>
    public bool IsLookedFor => (MeantSource ?? MeantPath) is not null;

    /// <summary>What is said of a name that may be meant; nothing if there is none.</summary>
    public static string Suggest(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
