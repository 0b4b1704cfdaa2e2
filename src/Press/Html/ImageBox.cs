using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// The box that a picture will fill, so that it can be kept free until the picture is there. The author's attributes and styles go
/// before the picture's own size.
/// </summary>
/// <param name="Width">The attribute to add; null for none.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Style">The declaration to add, since the author's style takes away the box that the attributes would keep free; null for
/// none.</param>
/// <param name="Shown">How many CSS pixels wide it is at most; null if that is not known.</param>
internal sealed partial record ImageBox(int? Width, int? Height, string? Style, int? Shown)
{
    /// <summary>The box of a picture; null if it depends on the page, and then it is best left alone.</summary>
    /// <param name="facts">The picture.</param>
    /// <param name="width">The author's attribute; null if there is none.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="style">The author's style; empty if there is none.</param>
    public static ImageBox? Of(ImageFacts facts, string? width, string? height, string style)
    {
        var declarations = Declarations(style);
        if (declarations.GetValueOrDefault("width") is { } written && !written.StartsWith("auto", StringComparison.Ordinal))
            return width is null && height is null
                ? new(facts.Width, facts.Height, Style: null, Pixels(written))
                : new(null, null, Style: null, Pixels(written));

        var isFree = !declarations.ContainsKey("width") && !IsBounded(declarations, "height") && !IsBounded(declarations, "max-height");
        if (width is not null || height is not null)
            return isFree ? OfAttributes(facts, Whole(width), Whole(height), width is not null) : null;
        if (isFree)
        {
            var atMost = Pixels(declarations.GetValueOrDefault("max-width")) ?? facts.Width;
            return new(facts.Width, facts.Height, Style: null, (int)Math.Min(facts.Width, atMost));
        }

        return OfStyle(facts, declarations) is { } shown ? new(facts.Width, facts.Height, $"width: {shown}px", shown) : null;
    }

    /// <summary>The author wrote one attribute or both: the other one follows.</summary>
    private static ImageBox? OfAttributes(ImageFacts facts, int? width, int? height, bool hasWidth) => (width, height) switch
    {
        ({ } shown, null) => new(null, Math.Max(1, (int)Math.Round((double)shown * facts.Height / facts.Width)), Style: null, shown),
        (null, { } high) when !hasWidth =>
            Math.Max(1, (int)Math.Round((double)high * facts.Width / facts.Height)) is var shown
                ? new(shown, null, Style: null, shown)
                : null,
        _ => hasWidth ? new(null, null, Style: null, width) : null,
    };

    /// <summary>How wide a picture is of which the style bounds the height; null where that depends on the page.</summary>
    private static int? OfStyle(ImageFacts facts, Dictionary<string, string> declarations)
    {
        var ratio = (double)facts.Width / facts.Height;
        double shown = facts.Width;
        if (declarations.Any(declaration =>
            declaration.Key is "min-width" or "min-height" or "aspect-ratio"
            || declaration.Value.Contains('!', StringComparison.Ordinal)))
            return null;
        if (IsBounded(declarations, "height"))
        {
            if (Pixels(declarations["height"]) is not { } height)
                return null;
            shown = height * ratio;
        }

        if (IsBounded(declarations, "max-height"))
        {
            if (Pixels(declarations["max-height"]) is not { } most)
                return null;
            shown = Math.Min(shown, most * ratio);
        }

        shown = Math.Min(shown, Pixels(declarations.GetValueOrDefault("max-width")) ?? shown);
        // Downwards: half a pixel more, and the bound of the height would squeeze it.
        return shown is >= 1 and < 100_000 ? (int)shown : null;
    }

    private static bool IsBounded(Dictionary<string, string> declarations, string name) =>
        declarations.GetValueOrDefault(name) is not (null or "auto" or "none" or "100%");

    private static Dictionary<string, string> Declarations(string style)
    {
        var declarations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var declaration in style.Split(';'))
        {
            if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                declarations[name.ToLowerInvariant()] = value.ToLowerInvariant();
        }

        return declarations;
    }

    private static int? Whole(string? attribute) =>
        int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000
            ? number
            : null;

    private static int? Pixels(string? value) =>
        PixelLength().Match(value ?? "") is { Success: true } match
            && double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? (int)Math.Min(number, 1_000_000)
                : null;

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?)px$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PixelLength();
}
