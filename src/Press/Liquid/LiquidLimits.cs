namespace Press;

/// <summary>
/// How much a template may do. Every bound is a count, so that the same template always ends in the same way; each is far above
/// what real layouts of large sites need.
/// </summary>
internal static class LiquidLimits
{
    /// <summary>
    /// Levels of tags, brackets, filters and operators in one another. Each takes some of the stack, of which a thread has 1 MiB or so.
    /// </summary>
    public const int MaxDepth = 60;

    /// <summary>Includes and loops in one another, at run time.</summary>
    public const int MaxRecursion = 100;

    /// <summary>Tags in one another at run time, over all includes.</summary>
    public const int MaxNesting = 200;

    /// <summary>Statements and turns of loops. A listing of 10,000 posts takes some 300,000.</summary>
    public const int MaxSteps = 2_000_000;

    /// <summary>
    /// Characters that filters, comparisons and captures may go over, an element of a list counted as <see cref="ElementWork"/>. What is
    /// kept in variables was made by that, so this bounds memory too.
    /// </summary>
    public const int MaxWork = 32 * 1024 * 1024;

    /// <summary>An element of a list takes about as much memory as this many characters.</summary>
    public const int ElementWork = 16;

    /// <summary>Characters that one layout prints, besides its content.</summary>
    public const int MaxOutput = 8 * 1024 * 1024;

    /// <summary>Files that a post includes from its own folder. Each is read from the storage for this post alone.</summary>
    public const int MaxParts = 32;

    /// <summary>Characters that the Liquid of a post prints; all of it is Markdown that has to be read.</summary>
    /// <param name="length">Of the post, and of the files that it includes from its folder.</param>
    public static long OutputOfPost(int length) => (256 * 1024) + (4L * length);

    /// <summary>Numbers in a range. They are made before the loop begins.</summary>
    public const int MaxRange = 100_000;

    /// <summary>Digits of a width in a format: <c>%9999d</c>.</summary>
    public const int MaxFormatDigits = 4;

    /// <summary>What a template is told that goes on for too long, or includes itself.</summary>
    public static readonly string TooManySteps =
        FormattableString.Invariant($"it takes more than {MaxSteps:N0} steps, or {MaxRecursion} includes and loops are in one another");
}
