namespace Press;

/// <summary>A part of a row.</summary>
/// <param name="Xml">One element of MathML; empty for what is not seen.</param>
/// <param name="Kind">What it is to its neighbours.</param>
/// <param name="Limits">Where its scripts stand.</param>
internal readonly record struct MathAtom(string Xml, AtomKind Kind, ScriptPlace Limits = ScriptPlace.Beside)
{
    public static MathAtom Ordinary(string xml) => new(xml, AtomKind.Ordinary);

    /// <summary>An operator, which does not grow with what it encloses.</summary>
    public static MathAtom From(TexSymbol symbol) => symbol.Kind switch
    {
        AtomKind.Operator => new(
            MathXml.Text("mo", symbol.Text), symbol.Kind, TexSymbols.IsIntegral(symbol.Text) ? ScriptPlace.Beside : ScriptPlace.Movable),
        AtomKind.Opening or AtomKind.Closing => new(MathXml.Text("mo stretchy=\"false\"", symbol.Text), symbol.Kind),
        AtomKind.Relation when symbol.Text is "∣" or "∥" or "↑" or "↓" or "↕" or "⇑" or "⇓" or "⇕" =>
            new(MathXml.Text("mo stretchy=\"false\"", symbol.Text), symbol.Kind),
        AtomKind.Ordinary when symbol.Text is "|" or "‖" =>
            new(MathXml.Text("mo stretchy=\"false\" lspace=\"0\" rspace=\"0\"", symbol.Text), symbol.Kind),
        AtomKind.Ordinary when symbol.Text is "¬" => new(MathXml.Text("mo rspace=\"0\"", symbol.Text), symbol.Kind),
        AtomKind.Ordinary when char.IsLower(symbol.Text, 0) && symbol.Text is not "ℏ" => Ordinary(MathXml.Text("mi", symbol.Text)),
        AtomKind.Ordinary => Ordinary(MathXml.Text("mi mathvariant=\"normal\"", symbol.Text)),
        _ => new(MathXml.Text("mo", symbol.Text), symbol.Kind),
    };
}

/// <summary>Where scripts stand.</summary>
internal enum ScriptPlace
{
    Beside,

    /// <summary>Below and above in a formula that stands alone, else beside.</summary>
    Movable,
    BelowAndAbove,
}
