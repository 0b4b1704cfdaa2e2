using System.Text;

namespace Press;

/// <summary>Tells where a reference in a drawing leads.</summary>
internal static class DrawingReference
{
    private static readonly string[] Pictures =
        ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon"];

    private static readonly string[] Fonts =
        ["application/font-woff", "application/font-woff2", "application/x-font-woff", "application/x-font-ttf",
            "application/x-font-opentype", "application/vnd.ms-fontobject"];

    /// <summary>What a reference leads to.</summary>
    public enum Kind
    {
        /// <summary>A part of the drawing itself, or nothing.</summary>
        Inside,

        /// <summary>A picture of pixels that the reference holds.</summary>
        Picture,

        /// <summary>A drawing that the reference holds.</summary>
        Drawing,

        /// <summary>A font that the reference holds.</summary>
        Font,

        /// <summary>Another file, here or on another host.</summary>
        Elsewhere,

        /// <summary>What has a scheme that may run.</summary>
        Unknown,
    }

    /// <summary>
    /// Blanks and control characters within a scheme do not keep a browser from following it, and so they are passed over.
    /// </summary>
    public static Kind KindOf(string reference)
    {
        var start = Start(reference, 64);
        if (start is "" || start[0] == '#')
            return Kind.Inside;
        var end = start.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || start[end] != ':')
            return Kind.Elsewhere;
        return start[..end] switch
        {
            "data" => OfData(start[5..].Split(';', ',')[0]),
            "http" or "https" or "mailto" or "tel" or "file" or "ftp" => Kind.Elsewhere,
            _ => Kind.Unknown,
        };
    }

    /// <summary>What a <c>data:</c> reference holds; null if that cannot be read.</summary>
    public static byte[]? ContentOf(string reference)
    {
        var comma = reference.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
            return null;
        var content = Uri.UnescapeDataString(reference[(comma + 1)..]);
        if (!reference[..comma].Contains(";base64", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.GetBytes(content);
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : null;
    }

    private static Kind OfData(string type) => type switch
    {
        "image/svg+xml" => Kind.Drawing,
        _ when Pictures.Contains(type) => Kind.Picture,
        _ when Fonts.Contains(type) || type.StartsWith("font/", StringComparison.Ordinal) => Kind.Font,
        _ => Kind.Unknown,
    };

    private static string Start(string reference, int length)
    {
        var start = new StringBuilder(length);
        foreach (var c in reference)
        {
            if (start.Length == length)
                break;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                start.Append(char.ToLowerInvariant(c));
        }

        return start.ToString();
    }
}
