using System.Text.RegularExpressions;

namespace Press.Tests;

/// <summary>For tests that ask where a formula begins and ends, and not how it is set.</summary>
internal static partial class MathText
{
    /// <summary>Writes each formula within a line as its TeX: <c>\(x\)</c>.</summary>
    public static string WithTex(string html) => Formula().Replace(html, "\\(${tex}\\)");

    [GeneratedRegex(
        "<math><semantics>((?!</math>).)*<annotation encoding=\"application/x-tex\">(?<tex>[^<]*)</annotation></semantics></math>",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();
}
