using SkiaSharp;

namespace Press;

/// <summary>Draws share pictures: the title in large letters, the site's below it, on the colour of the paper.</summary>
internal static class ShareDrawing
{
    private const int Margin = 96;
    private const int SiteSize = 36;
    private const int BarHeight = 16;
    private const float LineHeight = 1.25f;

    // The first that holds the title on so many lines; of a title that no size holds, the end is left out.
    private static readonly (int Size, int Lines)[] Sizes = [(88, 3), (72, 4), (60, 5)];

    private static readonly Lazy<SKTypeface> Font = new(ReadFont);

    /// <summary>The picture as PNG.</summary>
    public static byte[] Draw(ShareCard card)
    {
        using var pixels = new SKBitmap(new SKImageInfo(ShareCard.Width, ShareCard.Height, SKColorType.Alpha8, SKAlphaType.Premul));
        using var canvas = new SKCanvas(pixels);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        canvas.Clear(SKColors.Transparent);
        var (size, lines) = Set(card.Title);
        using (var font = FontOf(size))
        {
            var top = (ShareCard.Height - BarHeight - (2 * Margin) - SiteSize - (lines.Count * size * LineHeight)) / 2;
            for (var line = 0; line < lines.Count; line++)
            {
                var y = Margin + Math.Max(0, top) + size + (line * size * LineHeight);
                canvas.DrawText(lines[line], Margin, y, SKTextAlign.Left, font, paint);
            }
        }

        using (var font = FontOf(SiteSize))
        {
            if (card.Site is { } site)
                canvas.DrawText(Fitting(site, font), Margin, ShareCard.Height - Margin + (SiteSize / 2f), SKTextAlign.Left, font, paint);
        }

        canvas.DrawRect(0, ShareCard.Height - BarHeight, ShareCard.Width, BarHeight, paint);
        // Title above, site and bar below: each half has its own colour.
        return ShadedPng.Of(pixels.GetPixelSpan(), pixels.RowBytes, card.Colors, ShareCard.Height - Margin - SiteSize);
    }

    /// <summary>Whether the font has a letter.</summary>
    internal static bool Has(int letter)
    {
        using var font = FontOf(SiteSize);
        return font.ContainsGlyph(letter);
    }

    private static (int Size, List<string> Lines) Set(string title)
    {
        foreach (var (size, most) in Sizes)
        {
            using var font = FontOf(size);
            var lines = Lines(title, font);
            if (lines.Count <= most)
                return (size, lines);
            if (size == Sizes[^1].Size)
                return (size, [.. lines.Take(most - 1), Fitting(lines[most - 1] + " …", font)]);
        }

        throw new InvalidOperationException("The last size holds every title.");
    }

    /// <summary>Lines that end between words; a word that is wider than a line ends where the line does.</summary>
    private static List<string> Lines(string text, SKFont font)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line is "" ? word : $"{line} {word}";
            if (Holds(longer, font))
            {
                line = longer;
                continue;
            }

            if (line is not "")
                lines.Add(line);
            for (line = word; !Holds(line, font);)
            {
                var part = Beginning(line, font);
                lines.Add(part);
                line = line[part.Length..];
            }
        }

        return line is "" ? lines : [.. lines, line];
    }

    private static string Fitting(string text, SKFont font) => Holds(text, font) ? text : Beginning(text[..^1], font, ending: "…") + "…";

    /// <summary>As much of a text as a line holds, at least one letter. No letter of the font is two UTF-16 units.</summary>
    private static string Beginning(string text, SKFont font, string ending = "")
    {
        var length = text.Length;
        while (length > 1 && !Holds(text[..length] + ending, font))
            length--;
        return text[..length];
    }

    private static bool Holds(string text, SKFont font) => font.MeasureText(text) <= ShareCard.Width - (2 * Margin);

    private static SKFont FontOf(int size) =>
        new(Font.Value, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };

    private static SKTypeface ReadFont()
    {
        using var stream = typeof(ShareDrawing).Assembly.GetManifestResourceStream("Fonts/Pretendard-Bold.otf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
