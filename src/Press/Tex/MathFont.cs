namespace Press;

/// <summary>The alphabets of mathematics.</summary>
internal enum MathFont
{
    /// <summary>As variables are: slanted letters, upright digits.</summary>
    Default,
    Upright,
    Italic,
    Bold,
    BoldItalic,
    DoubleStruck,
    Script,
    BoldScript,
    Fraktur,
    BoldFraktur,
    Sans,
    BoldSans,
    Monospace,
}
