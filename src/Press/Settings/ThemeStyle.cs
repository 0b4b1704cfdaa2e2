using System.Text;

namespace Press;

/// <summary>What <c>look</c> says of the theme: colours, font and width. The theme's own style sheet has the rest.</summary>
/// <param name="Light">The colours in light.</param>
/// <param name="Dark">Those in dark.</param>
/// <param name="Font">A list of fonts as CSS has it; null for the theme's.</param>
/// <param name="Width">The width of the text as a CSS length; null for the theme's.</param>
public sealed record ThemeStyle(ThemeColors Light, ThemeColors Dark, string? Font, string? Width)
{
    /// <summary>The theme as it is.</summary>
    public static ThemeStyle Default { get; } = new(ThemeColors.Light, ThemeColors.Dark, Font: null, Width: null);

    /// <summary>The rules that make it so, behind those of the theme; empty for <see cref="Default"/>.</summary>
    internal string ToCss()
    {
        var css = new StringBuilder();
        if (Light != ThemeColors.Light || Dark != ThemeColors.Dark)
        {
            css.Append(":root{");
            foreach (var (name, of) in Colors)
                css.Append("--").Append(name).Append(":light-dark(").Append(of(Light)).Append(',').Append(of(Dark)).Append(");");
            css.Append("}\n");
        }

        // The theme has fonts of their own for some languages, which this one goes before.
        if (Font is not null)
            css.Append(":root:root:root{--font:").Append(Font).Append("}\n");
        if (Width is not null)
            css.Append(":root{--text:").Append(Width).Append("}\n");
        return css.ToString();
    }

    /// <summary>The theme's style sheet with these rules, its icons in these colours; any other file as it is.</summary>
    internal Source ApplyTo(Source asset)
    {
        if (asset.Name == "assets/press.css" && ToCss() is { Length: > 0 } css)
            return asset with { Bytes = (byte[])[.. asset.Bytes.Span, .. Encoding.UTF8.GetBytes(css)] };
        return Light != ThemeColors.Light && new IconColors(Light).Apply(asset) is { } icon ? asset with { Bytes = icon } : asset;
    }

    private static (string Name, Func<ThemeColors, ThemeColor> Of)[] Colors =>
    [
        ("ink", colors => colors.Ink), ("faint", colors => colors.Faint), ("line", colors => colors.Line),
        ("paper", colors => colors.Paper), ("raised", colors => colors.Raised), ("accent", colors => colors.Accent),
    ];
}
