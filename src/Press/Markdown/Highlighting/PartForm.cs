namespace Press;

/// <summary>How a part of code that begins with a fixed text goes on and ends.</summary>
internal enum PartForm
{
    /// <summary>The fixed text is all of it.</summary>
    Literal,

    /// <summary>To the end of the line, or to <see cref="CodePart.Close"/> before it.</summary>
    Line,

    /// <summary>To <see cref="CodePart.Close"/>.</summary>
    Region,

    /// <summary>To a line that begins with <see cref="CodePart.Close"/>.</summary>
    Lines,

    /// <summary>A word that follows: <c>@decorator</c>, <c>$variable</c>.</summary>
    Word,

    /// <summary>One character in quotes; a quote without its other is something else (a lifetime, a prime).</summary>
    Character,

    /// <summary>A regular expression between slashes.</summary>
    Regex,

    /// <summary>As many quotes at the end as at the start: <c>"""</c> of C#, code of Markdown.</summary>
    QuoteRun,

    /// <summary>A quote with any number of <c>#</c>, and the same number after the other: <c>r#"..."#</c>.</summary>
    HashQuote,

    /// <summary>Lua's <c>[==[ ... ]==]</c>.</summary>
    LongBracket,

    /// <summary>C++'s <c>R"x( ... )x"</c>: the author chooses the name.</summary>
    NamedQuote,

    /// <summary>The lines after this one, to the line that is the word said here.</summary>
    Heredoc,

    /// <summary>Delimiters of the author's choice, in pairs if they are brackets: <c>q{...}</c>, <c>%w[...]</c>, <c>~r/.../</c>.</summary>
    AnyDelimiter,

    /// <summary>YAML's <c>|</c> and <c>></c>: all lines after this one that are indented deeper than its key.</summary>
    BlockScalar,

    /// <summary>Markdown's fence: code of the language that it names.</summary>
    Fence,

    /// <summary>Code of <see cref="CodePart.Inner"/>, to <see cref="CodePart.Close"/>.</summary>
    Embedded,
}
