using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Press;

/// <summary>The theme's icons in the colours of a site: the mark in the colour of the paper, on that of links.</summary>
/// <param name="colors">Those of the light scheme.</param>
internal sealed class IconColors(ThemeColors colors)
{
    // A chunk of a PNG is a length, a name, the data and a checksum of name and data.
    private const int BeforeName = 4;
    private const int NameLength = 4;
    private const int SignatureLength = 8;

    /// <summary>An icon of the theme in these colours; null for any other file.</summary>
    public byte[]? Apply(Source asset) => Path.GetExtension(asset.Name) switch
    {
        ".svg" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(asset.Bytes.Span)
            .Replace(ThemeColors.Light.Accent.ToString(), colors.Accent.ToString(), StringComparison.Ordinal)
            .Replace(ThemeColors.Light.Paper.ToString(), colors.Paper.ToString(), StringComparison.Ordinal)),
        ".png" => WithPalette(asset.Bytes.ToArray()),
        _ => null,
    };

    /// <summary>
    /// The PNG with another palette. Those of the theme have one of shades from ground to mark, so that the pixels stay as they are and
    /// nothing has to be drawn.
    /// </summary>
    /// <seealso href="https://www.w3.org/TR/png-3/#11PLTE"/>
    private byte[] WithPalette(byte[] png)
    {
        for (var chunk = SignatureLength; chunk < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(chunk));
            var named = png.AsSpan(chunk + BeforeName, NameLength + length);
            if (named.StartsWith("PLTE"u8))
            {
                var shades = length / 3;
                for (var shade = 0; shade < shades; shade++)
                {
                    var color = colors.Paper.Over(colors.Accent, (double)shade / (shades - 1)).Value;
                    var entry = named[(NameLength + (3 * shade))..];
                    (entry[0], entry[1], entry[2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
                }

                BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(chunk + BeforeName + NameLength + length), Crc32.HashToUInt32(named));
            }

            chunk += BeforeName + NameLength + length + sizeof(uint);
        }

        return png;
    }
}
