namespace Press;

/// <summary>Where the same text begins a part and where it is something else.</summary>
internal enum PartPlace
{
    Anywhere,

    /// <summary>At the start of the text.</summary>
    TextStart,

    /// <summary>In the first column.</summary>
    LineStart,

    /// <summary>With nothing but blanks before it on its line.</summary>
    FirstOnLine,

    /// <summary>After a blank, or what separates commands; a <c>#</c> in the middle of a word is no comment.</summary>
    AfterSpace,

    /// <summary>Not directly after a word: an apostrophe in prose is no quote.</summary>
    AfterNoWord,

    /// <summary>Where a value is expected: a slash after one divides.</summary>
    BeforeValue,

    /// <summary>Not where a key or a command is expected.</summary>
    InValue,

    /// <summary>After <c>#include</c> and its like.</summary>
    AfterDirective,
}
