using System.Collections.Frozen;

namespace Press;

/// <summary>
/// The classes that no author may use: by them the theme takes elements out of the text, or its script and those that show TeX find
/// theirs. All others are free, the theme's too: they colour and space what stands where it is.
/// </summary>
internal static class ReservedClasses
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "card", "code-bar", "code-frame", "mathjax_process", "note-card", "results", "search", "skip", "tex2jax_process", "theme",
        "to-here");

    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\f'];

    public static bool Has(string name) => Names.Contains(name);

    /// <summary>A <c>class</c> attribute without them; to the letter as it was, where there are none.</summary>
    public static string Without(string classes, out IReadOnlyList<string> taken)
    {
        var names = classes.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        taken = [.. names.Where(Has)];
        return taken is [] ? classes : string.Join(' ', names.Where(name => !Has(name)));
    }
}
