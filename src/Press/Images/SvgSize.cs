using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Press;

/// <summary>Reads the size of a drawing: that of its <c>width</c> and <c>height</c>, else that of its <c>viewBox</c>.</summary>
/// <seealso href="https://www.w3.org/TR/css-images-3/#default-sizing"/>
internal static partial class SvgSize
{
    private const double MostPixels = 100_000;

    private static readonly XmlReaderSettings NoEntities = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    // CSS pixels in each of the absolute units.
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        [""] = 1,
        ["px"] = 1,
        ["pt"] = 96 / 72.0,
        ["pc"] = 16,
        ["in"] = 96,
        ["cm"] = 96 / 2.54,
        ["mm"] = 96 / 25.4,
    };

    public static ImageReading Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            using var reader = XmlReader.Create(stream, NoEntities);
            reader.MoveToContent();
            return new ImageReading(
                FactsOf(
                    Length(reader.GetAttribute("width")),
                    Length(reader.GetAttribute("height")),
                    ViewBox(reader.GetAttribute("viewBox"))));
        }
        catch (XmlException)
        {
            return new ImageReading(Facts: null, "it is not XML");
        }
    }

    private static ImageFacts? FactsOf(double? width, double? height, (double Width, double Height)? box) => (width, height, box) switch
    {
        ({ } w, { } h, _) => FactsOf(w, h),
        ({ } w, null, { } b) => FactsOf(w, w * b.Height / b.Width),
        (null, { } h, { } b) => FactsOf(h * b.Width / b.Height, h),
        (null, null, { } b) => FactsOf(b.Width, b.Height),
        _ => null,
    };

    private static ImageFacts? FactsOf(double width, double height) =>
        width is >= 0.5 and <= MostPixels && height is >= 0.5 and <= MostPixels
            ? new ImageFacts(
                (int)Math.Round(width, MidpointRounding.AwayFromZero), (int)Math.Round(height, MidpointRounding.AwayFromZero), [])
            : null;

    /// <summary>In CSS pixels; null for what depends on the page (<c>100%</c>, <c>2em</c>).</summary>
    private static double? Length(string? written) =>
        LengthPattern().Match(written ?? "") is { Success: true } match && Units.TryGetValue(match.Groups["unit"].Value, out var pixels)
            ? Number(match.Groups["number"].Value) * pixels
            : null;

    private static (double Width, double Height)? ViewBox(string? written)
    {
        var numbers = (written ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        return numbers is [_, _, > 0 and var width, > 0 and var height] ? (width, height) : null;
    }

    private static double Number(string written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    [GeneratedRegex(
        @"^\s*(?<number>[+-]?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?)(?<unit>[a-z]*)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LengthPattern();
}
