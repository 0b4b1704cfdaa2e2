namespace Press;

/// <summary>What reading a drawing gave.</summary>
/// <param name="Bytes">The drawing as it may be published: the very bytes that came, where nothing had to be taken out.</param>
/// <param name="Fault">The first thing for which it cannot be published; null if there is none.</param>
/// <param name="Faults">How many such things there are.</param>
internal sealed record SvgReading(ReadOnlyMemory<byte> Bytes, SvgFault? Fault, int Faults)
{
    /// <summary>What an author is told: one diagnostic for the whole file; null if the drawing may be published.</summary>
    /// <param name="name">The file's.</param>
    public Diagnostic? ToDiagnostic(string name) => Fault is null
        ? null
        : new Diagnostic(
            DiagnosticRules.ActiveSvg,
            name,
            Fault.Position,
            FormattableString.Invariant($"{Fault.What}{More}. {Fault.Advice}"));

    private string More => Faults switch
    {
        <= 1 => "",
        2 => " (and one more place)",
        _ => FormattableString.Invariant($" (and {Faults - 1:N0} more places)"),
    };
}

/// <summary>Why a drawing cannot be published.</summary>
/// <param name="Position">Where.</param>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Advice">What to do instead, in whole sentences.</param>
internal sealed record SvgFault(TextPosition Position, string What, string Advice);
