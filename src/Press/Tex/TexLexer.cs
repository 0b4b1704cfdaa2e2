namespace Press;

/// <summary>Cuts TeX into tokens, each character once.</summary>
internal static class TexLexer
{
    /// <summary>The tokens of a formula. Comments are left out.</summary>
    public static List<TexToken> Read(string tex)
    {
        var tokens = new List<TexToken>();
        var place = 0;
        while (place < tex.Length)
        {
            var length = LengthAt(tex, place);
            if (tex[place] == '%')
                place += length;
            else
            {
                tokens.Add(new TexToken(IsBlank(tex[place]) ? " " : tex.Substring(place, length), place));
                place += length;
            }
        }

        return tokens;
    }

    /// <summary>Blanks, and characters that nobody sees and no formula means.</summary>
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static int LengthAt(string tex, int place)
    {
        var rest = tex.AsSpan(place);
        if (rest[0] == '%')
            return rest.IndexOf('\n') is >= 0 and var end ? end + 1 : rest.Length;
        if (char.IsControl(rest[0]) && !char.IsWhiteSpace(rest[0]))
            return 1;
        if (char.IsWhiteSpace(rest[0]))
            return rest.Length - rest.TrimStart().Length;
        if (rest[0] == '\\' && rest.Length > 1)
        {
            var name = 1;
            while (name < rest.Length && char.IsAsciiLetter(rest[name]))
                name++;
            return name > 1 ? name : 1 + CharacterAt(rest[1..]);
        }

        return CharacterAt(rest);
    }

    /// <summary>One character of Unicode.</summary>
    private static int CharacterAt(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1;
}
