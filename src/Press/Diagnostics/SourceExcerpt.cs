using System.Text;

namespace Press;

/// <summary>Shows a place in a source: its line, and a caret below the character.</summary>
public static class SourceExcerpt
{
    private const int MaxWidth = 200;

    /// <summary>Two lines, indented; null if the source has no such line.</summary>
    /// <param name="bytes">The whole source.</param>
    /// <param name="position">Where the caret points.</param>
    public static (string Line, string Caret)? Of(ReadOnlySpan<byte> bytes, TextPosition position)
    {
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n');
        if (position.Line > lines.Length || lines[position.Line - 1].TrimEnd('\r') is not { Length: > 0 } line)
            return null;

        var column = Math.Min(position.Column - 1, line.Length);
        // A long line is shown from a little before the place.
        var start = column > MaxWidth ? column - (MaxWidth / 2) : 0;
        var end = Math.Min(line.Length, start + MaxWidth);
        return ($"    {line[start..end]}", $"    {string.Concat(line[start..column].EnumerateRunes().Select(Blank))}^");
    }

    /// <summary>A blank as wide as a character: a tab for a tab, and the ideographic space for Hangul, Han and kana.</summary>
    private static string Blank(Rune rune) => rune.Value switch
    {
        '\t' => "\t",
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) => "\u3000",
        >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => "\u3000",
        _ => " ",
    };
}
