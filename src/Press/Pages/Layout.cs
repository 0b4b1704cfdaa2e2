using Fluid;

namespace Press;

/// <summary>One layout, parsed.</summary>
/// <param name="Name">Its file's name without folder and extension.</param>
/// <param name="Parent">The layout into which it is put; null for none.</param>
/// <param name="Template">Thread-safe.</param>
internal sealed record Layout(string Name, string? Parent, IFluidTemplate Template)
{
    private static readonly FluidParser Parser = new();

    /// <summary>Parses a layout's file; null, and a diagnostic, if it is not valid Liquid.</summary>
    public static Layout? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        var block = FrontMatterBlock.Cut(text, diagnostics);
        var parent = FrontMatterReader.Read(block.Yaml, TimeZoneInfo.Utc, diagnostics).Layout;
        if (Parser.TryParse(block.Body, out var template, out var error))
            return new Layout(Path.GetFileNameWithoutExtension(file), parent, template);

        diagnostics.Add(DiagnosticRules.BadLayout, new TextPosition(block.BodyLine, 1), $"{error.ReplaceLineEndings(" ").TrimEnd('.')}. Until it is mended, the theme's own layout is used.");
        return null;
    }
}
