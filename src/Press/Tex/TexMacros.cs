namespace Press;

/// <summary>The commands that the formulas of a post have defined so far, and what they may still cost.</summary>
/// <param name="length">Of the post, in characters.</param>
internal sealed class TexMacros(int length)
{
    private readonly Dictionary<string, TexMacro> _macros = new(StringComparer.Ordinal);
    private int _left = Limits.TexExpansion(length);

    public TexMacro? Find(string command) => _macros.GetValueOrDefault(command);

    public void Define(string command, TexMacro macro) => _macros[command] = macro;

    /// <summary>Counts a token that a macro brings.</summary>
    public void Take(TexToken token)
    {
        if (--_left < 0)
            throw new TexException("macros make too much of the formulas of this post. Write macros that do not call themselves.", token);
    }
}
