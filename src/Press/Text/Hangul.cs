namespace Press;

/// <summary>Tells Korean text from other text.</summary>
internal static class Hangul
{
    /// <summary>Whether more than half of the letters of a text are Hangul syllables.</summary>
    public static bool IsMostOf(string text)
    {
        var (letters, hangul) = (0, 0);
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
                continue;
            letters++;
            if (letter is >= '\uAC00' and <= '\uD7A3')
                hangul++;
        }

        return hangul * 2 > letters;
    }
}
