namespace Press;

/// <summary>A piece of TeX: a character, a command with its backslash, or a blank for any run of blanks.</summary>
/// <param name="Text">A command has at least two characters; a character outside the basic plane has two as well.</param>
/// <param name="At">Where it stands in the formula, counted in characters; that of the macro's call for what a macro brings.</param>
internal readonly record struct TexToken(string Text, int At)
{
    public bool IsCommand => Text.Length > 1 && Text[0] == '\\';

    public bool IsBlank => Text is " ";

    /// <summary>A letter of the Latin alphabet, as names and variables have it.</summary>
    public bool IsLetter => Text.Length == 1 && char.IsAsciiLetter(Text[0]);

    public bool IsDigit => Text.Length == 1 && char.IsAsciiDigit(Text[0]);
}
