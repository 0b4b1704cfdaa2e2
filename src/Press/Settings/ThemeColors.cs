using System.Globalization;

namespace Press;

/// <summary>The colours of the theme in light or in dark.</summary>
/// <param name="Paper">What everything stands on.</param>
/// <param name="Ink">Text.</param>
/// <param name="Accent">Links.</param>
public sealed record ThemeColors(ThemeColor Paper, ThemeColor Ink, ThemeColor Accent)
{
    /// <summary>Those of the theme's style sheet.</summary>
    public static ThemeColors Light { get; } = new(new(0xfdfcfa), new(0x1b1d21), new(0x9a3412));

    /// <inheritdoc cref="Light"/>
    public static ThemeColors Dark { get; } = new(new(0x17181a), new(0xe6e3dd), new(0xf2a172));

    /// <summary>Text that matters less.</summary>
    internal ThemeColor Faint => Ink.Over(Paper, 0.72);

    /// <summary>What is raised above the paper.</summary>
    internal ThemeColor Raised => Ink.Over(Paper, 0.05);

    /// <summary>Lines.</summary>
    internal ThemeColor Line => Ink.Over(Paper, 0.13);
}

/// <summary>An sRGB colour.</summary>
/// <param name="Value">0xRRGGBB.</param>
public readonly record struct ThemeColor(int Value)
{
    /// <summary>Reads <c>#abc</c> or <c>#aabbcc</c>; null for anything else.</summary>
    public static ThemeColor? Parse(string text)
    {
        if (text is not ['#', .. var digits] || digits.Length is not (3 or 6) || !digits.All(char.IsAsciiHexDigit))
            return null;
        var whole = digits.Length == 3 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        return new ThemeColor(int.Parse(whole, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    /// <summary>The contrast of two colours, from 1 to 21.</summary>
    /// <seealso href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"/>
    public double ContrastWith(ThemeColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The colour that it gives on another one.</summary>
    /// <param name="other">That below.</param>
    /// <param name="share">How much of this one is seen, from 0 to 1.</param>
    public ThemeColor Over(ThemeColor other, double share)
    {
        var value = Value;
        return new ThemeColor((Mix(16) << 16) | (Mix(8) << 8) | Mix(0));

        int Mix(int shift) =>
            (int)Math.Round((Part(value, shift) * share) + (Part(other.Value, shift) * (1 - share)), MidpointRounding.AwayFromZero);
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Value:x6}");

    private double Luminance => (0.2126 * Linear(16)) + (0.7152 * Linear(8)) + (0.0722 * Linear(0));

    private double Linear(int shift)
    {
        var part = Part(Value, shift) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    private static int Part(int value, int shift) => (value >> shift) & 0xff;
}
