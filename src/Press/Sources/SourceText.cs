using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Press;

/// <summary>Reads a source as text.</summary>
internal static partial class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without its byte-order mark, with <c>\n</c> ends of line and composed letters; null, and a
    /// diagnostic, if the bytes are not UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.StartsWith(Utf8Bom))
            bytes = bytes[Utf8Bom.Length..];

        if (Utf8.IsValid(bytes))
            return Compose(StrictUtf8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));

        var valid = Utf8PrefixLength(bytes);
        var before = StrictUtf8.GetString(bytes[..valid]);
        diagnostics.Add(
            DiagnosticRules.NotUtf8,
            PositionIn(before, before.Length),
            $"byte 0x{bytes[valid]:X2} is not UTF-8 text. Save the file as UTF-8.");
        return null;
    }

    /// <summary>
    /// Composes letters that stand in pieces, as a Mac writes file names and what is copied from them: <c>ᄒ</c>, <c>ᅡ</c> and <c>ᆫ</c>
    /// are <c>한</c>. All other letters stay as they are; NFC would also put others in the place of some Chinese characters.
    /// </summary>
    private static string Compose(string text) =>
        HasPieces(text) ? Pieced().Replace(text, match => match.Value.ToNormalForm()) : text;

    // Vowels and final consonants of Hangul; accents; the voicing marks of kana. Three scans for a range each are far faster than one for
    // a set, which has to look up nearly every letter that is not Latin.
    private static bool HasPieces(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u1161', '\u11C2')
            || text.ContainsAnyInRange('\u0300', '\u036F')
            || text.ContainsAnyInRange('\u3099', '\u309A');

    /// <summary>The position of a character, by its index in the text.</summary>
    public static TextPosition PositionIn(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new TextPosition(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(
        @"[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\uAC00-\uD7A3][\u11A8-\u11C2]"
            + @"|[\p{L}\p{N}][\u0300-\u036F\u3099\u309A]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pieced();

    private static int Utf8PrefixLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == OperationStatus.Done)
            length += consumed;
        return length;
    }
}
