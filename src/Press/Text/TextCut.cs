using System.Globalization;

namespace Press;

/// <summary>Shortens text where a reader would.</summary>
internal static class TextCut
{
    /// <summary>
    /// The text, or as much of it as fits with an ellipsis behind, cut between words; within a word only if one alone is too
    /// long, as in scripts without blanks, and never within what a reader takes for one character (UAX #29).
    /// </summary>
    /// <param name="text">Plain text without line breaks.</param>
    /// <param name="most">The most UTF-16 units, the ellipsis included.</param>
    public static string At(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var end = 0;
        var lastBlank = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next < most)
        {
            if (text[end] == ' ')
                lastBlank = end;
            end = next;
        }

        // A word that ends just here is whole.
        if (text[end] == ' ')
            lastBlank = end;
        return text[..(lastBlank > most / 2 ? lastBlank : end)].TrimEnd() + "…";
    }
}
