namespace Press;

/// <summary>How the key of a setting, or what a rule is for, is told from its value.</summary>
/// <param name="Ends">The characters that end it.</param>
internal sealed record KeyForm(string Ends)
{
    /// <summary>Whether a blank, or the end of the line, has to follow the end (YAML).</summary>
    public bool BlankAfter { get; init; }

    /// <summary>Whether it stands in the first column alone (a Makefile).</summary>
    public bool FirstColumn { get; init; }

    /// <summary>What no key holds.</summary>
    public string Without { get; init; } = "\"'{}[],;";
}
