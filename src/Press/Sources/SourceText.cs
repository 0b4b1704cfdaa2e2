using System.Text;

namespace Press;

/// <summary>Reads a source as text.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without its byte-order mark and with <c>\n</c> ends of line; null, and a diagnostic, if the bytes are not UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.StartsWith(Utf8Bom))
            bytes = bytes[Utf8Bom.Length..];

        var valid = Utf8PrefixLength(bytes);
        if (valid == bytes.Length)
            return StrictUtf8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

        var before = StrictUtf8.GetString(bytes[..valid]);
        diagnostics.Add(
            DiagnosticRules.NotUtf8,
            PositionIn(before, before.Length),
            $"byte 0x{bytes[valid]:X2} is not UTF-8 text. Save the file as UTF-8.");
        return null;
    }

    /// <summary>The position of a character, by its index in the text.</summary>
    public static TextPosition PositionIn(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new TextPosition(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static int Utf8PrefixLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            length += consumed;
        return length;
    }
}
