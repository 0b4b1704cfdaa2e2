namespace Press;

/// <summary>The parts that stand in a row of a formula. TeX spaces them by their kinds.</summary>
/// <seealso href="https://tug.org/texinfohtml/latex2e.html#Math-symbols"/>
internal enum AtomKind
{
    Ordinary,

    /// <summary>A large operator: a sum, an integral.</summary>
    Operator,

    /// <summary>A name such as sin or lim.</summary>
    Function,
    Binary,
    Relation,
    Opening,
    Closing,
    Punctuation,
    Space,
}
