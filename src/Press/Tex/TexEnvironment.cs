using System.Collections.Frozen;

namespace Press;

/// <summary>A kind of table.</summary>
/// <param name="Open">The delimiter before it; empty for none.</param>
/// <param name="Close">The delimiter behind it.</param>
/// <param name="Columns">How its columns stand: <c>r</c>, <c>l</c> and <c>c</c>, and on from the first again.</param>
/// <param name="IsDisplay">Whether its cells are set as formulas that stand alone.</param>
/// <param name="Class">What the style sheet knows it by; empty if it needs nothing.</param>
internal sealed record TexEnvironment(string Open, string Close, string Columns, bool IsDisplay, string Class)
{
    private static readonly FrozenDictionary<string, TexEnvironment> All = new Dictionary<string, TexEnvironment>
    {
        ["matrix"] = Matrix("", ""),
        ["pmatrix"] = Matrix("(", ")"),
        ["bmatrix"] = Matrix("[", "]"),
        ["Bmatrix"] = Matrix("{", "}"),
        ["vmatrix"] = Matrix("|", "|"),
        ["Vmatrix"] = Matrix("‖", "‖"),
        ["smallmatrix"] = Matrix("", "") with { Class = "tex-small" },
        ["array"] = Matrix("", ""),
        ["tabular"] = Matrix("", ""),
        ["subarray"] = Matrix("", "") with { Class = "tex-small" },
        ["cases"] = Matrix("{", "") with { Columns = "l" },
        ["dcases"] = Matrix("{", "") with { Columns = "l", IsDisplay = true },
        ["rcases"] = Matrix("", "}") with { Columns = "l" },
        ["drcases"] = Matrix("", "}") with { Columns = "l", IsDisplay = true },
        ["aligned"] = Aligned("rl"),
        ["align"] = Aligned("rl"),
        ["alignat"] = Aligned("rl"),
        ["alignedat"] = Aligned("rl"),
        ["flalign"] = Aligned("rl"),
        ["split"] = Aligned("rl"),
        ["eqnarray"] = Aligned("rcl"),
        ["gathered"] = Aligned("c"),
        ["gather"] = Aligned("c"),
        ["multline"] = Aligned("c"),
        ["equation"] = Aligned("c"),
        ["displaymath"] = Aligned("c"),
        ["math"] = Aligned("c"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Lines of a formula, below each other.</summary>
    public static TexEnvironment Lines { get; } = Aligned("c");

    /// <summary>The lines of a script.</summary>
    public static TexEnvironment Stack { get; } = Matrix("", "") with { Class = "tex-small" };

    /// <summary>The environment of a name, with or without a star; null if nobody knows it.</summary>
    public static TexEnvironment? Find(string name) => All.GetValueOrDefault(name.TrimEnd('*'));

    private static TexEnvironment Matrix(string open, string close) => new(open, close, "c", IsDisplay: false, Class: "");

    private static TexEnvironment Aligned(string columns) => new("", "", columns, IsDisplay: true, Class: "tex-aligned");
}
