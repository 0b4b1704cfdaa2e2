using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Reads <c>look</c>, and says where a text would be hard to read.</summary>
internal sealed partial class ThemeStyleReader(KeyReader keys, DiagnosticBag diagnostics)
{
    /// <summary>The contrast that text needs with what it stands on.</summary>
    /// <seealso href="https://www.w3.org/TR/WCAG22/#contrast-minimum"/>
    private const double LeastContrast = 4.5;

    private static readonly string[] Known = ["paper", "ink", "accent", "font", "width"];

    public ThemeStyle Read()
    {
        if (keys.Find("look") is not { } value)
            return ThemeStyle.Default;
        if (value is not YamlMapping mapping)
        {
            Fault(value, $"'look' cannot be {value.Describe()}. It has keys: {string.Join(", ", Known)}.");
            return ThemeStyle.Default;
        }

        var look = new KeyReader(mapping, diagnostics, DiagnosticRules.BadSetting);
        foreach (var other in mapping.Entries.Where(entry => !Known.Contains(entry.Key, StringComparer.Ordinal)))
            Fault(other.Value, $"'look' has no '{other.Key}'. It has {string.Join(", ", Known)}.");
        var (paper, ink, accent) = (ColorsOf(look, "paper"), ColorsOf(look, "ink"), ColorsOf(look, "accent"));
        var light = new ThemeColors(
            paper.Light ?? ThemeColors.Light.Paper, ink.Light ?? ThemeColors.Light.Ink, accent.Light ?? ThemeColors.Light.Accent);
        var dark = new ThemeColors(
            paper.Dark ?? ThemeColors.Dark.Paper, ink.Dark ?? ThemeColors.Dark.Ink, accent.Dark ?? ThemeColors.Dark.Accent);
        foreach (var (colors, scheme) in new[] { (light, "light"), (dark, "dark") })
        {
            WarnOf(look, "ink", scheme, colors.Ink, colors.Raised);
            WarnOf(look, "accent", scheme, colors.Accent, colors.Raised);
            WarnOf(look, "paper", scheme, colors.Faint, colors.Raised);
        }

        var font = Checked(look, "font", Fonts(), "It is a list of fonts as CSS has it: Georgia, \"Noto Serif KR\", serif.");
        var width = Checked(look, "width", Lengths(), "It is how wide the text is, from 30 to 80 rem: 46rem.");
        return new ThemeStyle(light, dark, font, width);
    }

    private (ThemeColor? Light, ThemeColor? Dark) ColorsOf(KeyReader look, string key)
    {
        if (look.Find(key) is not { } value)
            return (null, null);
        if (value is YamlMapping mapping)
        {
            var schemes = new KeyReader(mapping, diagnostics, DiagnosticRules.BadSetting);
            return (ColorOf(schemes.Find("light"), key), ColorOf(schemes.Find("dark"), key));
        }

        var color = ColorOf(value, key);
        return (color, color);
    }

    private ThemeColor? ColorOf(YamlValue? value, string key)
    {
        if (value is null)
            return null;
        if (value is YamlScalar { Text: var text } && ThemeColor.Parse(text) is { } color)
            return color;
        var written = value is YamlScalar scalar ? $"'{scalar.Text}'" : value.Describe();
        Fault(
            value,
            $"'{key}' of 'look' cannot be {written}. "
                + "It is a colour, \"#9a3412\", or one each for light and dark: "
                + "{ light: \"#9a3412\", dark: \"#f2a172\" }.");
        return null;
    }

    private void WarnOf(KeyReader look, string key, string scheme, ThemeColor text, ThemeColor paper)
    {
        var contrast = text.ContrastWith(paper);
        if (look.Find(key) is not { } value || contrast >= LeastContrast)
            return;
        var what = key == "paper" ? "the fainter text" : $"'{key}'";
        diagnostics.Add(DiagnosticRules.LowContrast, value.Position, string.Create(
            CultureInfo.InvariantCulture,
            $"{what} has a contrast of {Math.Floor(contrast * 10) / 10:0.0} in {scheme}, {text} on {paper}. "
                + $"Text needs {LeastContrast}. Write colours that differ more."));
    }

    private string? Checked(KeyReader look, string key, Regex pattern, string advice)
    {
        if (look.Text(key) is not { } text || pattern.IsMatch(text))
            return look.Text(key);
        Fault(look.Find(key)!, $"'{key}' of 'look' cannot be '{text}'. {advice}");
        return null;
    }

    private void Fault(YamlValue value, string message) => diagnostics.Add(DiagnosticRules.BadSetting, value.Position, message);

    [GeneratedRegex("""^[\p{L}\p{N} ,'"-]{1,400}$""", RegexOptions.CultureInvariant)]
    private static partial Regex Fonts();

    [GeneratedRegex(@"^([3-7][0-9](\.[0-9]+)?|80)rem$", RegexOptions.CultureInvariant)]
    private static partial Regex Lengths();
}
