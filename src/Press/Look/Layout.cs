namespace Press;

/// <summary>One layout, parsed.</summary>
/// <param name="Name">Its file's name without folder and extension.</param>
/// <param name="Parent">The layout into which it is put; null for none.</param>
/// <param name="Template">What it prints.</param>
internal sealed record Layout(string Name, string? Parent, LiquidTemplate Template)
{
    /// <summary>Its front matter, which it sees as <c>layout</c>.</summary>
    public YamlMapping Keys { get; init; } = YamlMapping.Empty;

    /// <summary>A hash of all that it prints by itself.</summary>
    public UInt128 Hash { get; init; }

    /// <summary>Parses a layout's file; null, and a diagnostic, if it is not valid Liquid.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isLax">Whether it is read as Jekyll reads it: what cannot be read is text.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static Layout? Parse(string file, string text, bool isLax, DiagnosticBag diagnostics)
    {
        var block = FrontMatterBlock.Cut(text, diagnostics);
        var frontMatter = FrontMatterReader.Read(block.Yaml, TimeZoneInfo.Utc, diagnostics);
        return ParseTemplate(file, block.BodyLine, block.Body, isLax, diagnostics) is { } template
            ? new Layout(Path.GetFileNameWithoutExtension(file), frontMatter.Layout, template)
            {
                Keys = frontMatter.Keys,
                Hash = HashBuilder.Of(text),
            }
            : null;
    }

    /// <summary>Parses what layouts include; null, and a diagnostic, if it is not valid Liquid.</summary>
    public static LiquidTemplate? ParseInclude(string file, string text, bool isLax, DiagnosticBag diagnostics) =>
        ParseTemplate(file, firstLine: 1, text, isLax, diagnostics);

    private static LiquidTemplate? ParseTemplate(string file, int firstLine, string text, bool isLax, DiagnosticBag diagnostics)
    {
        var template = isLax ? ParseLax(file, firstLine, text, diagnostics) : ParseStrict(file, firstLine, text, diagnostics);
        foreach (var filter in template?.UnknownFilters ?? [])
            diagnostics.Add(
                DiagnosticRules.UnknownFilter,
                new TextPosition(filter.Line, 1),
                $"there is no filter '{filter.Name}', so the value stays as it is.");
        if (!isLax)
            return template;
        var breaks = new LineBreaks(text, firstLine);
        foreach (var (offset, message) in AbsentValues.In(text, withSite: true))
            diagnostics.Add(DiagnosticRules.AbsentValue, breaks.PositionOf(offset), $"{message}.");
        return template;
    }

    private static LiquidTemplate? ParseStrict(string file, int firstLine, string text, DiagnosticBag diagnostics)
    {
        var template = LiquidTemplate.Parse(file, firstLine, text, out var fault);
        if (fault is not null)
        {
            diagnostics.Add(
                DiagnosticRules.BadLayout,
                new TextPosition(fault.Place.Line, 1),
                $"{fault.Message}. The built-in one, if there is one, is used until you fix this file.");
        }

        return template;
    }

    private static LiquidTemplate? ParseLax(string file, int firstLine, string text, DiagnosticBag diagnostics)
    {
        var template = LiquidTemplate.ParseLax(file, firstLine, text, out var faults);
        var breaks = new LineBreaks(text, firstLine);
        foreach (var fault in faults)
        {
            diagnostics.Add(
                template is null ? DiagnosticRules.BadLayout : DiagnosticRules.LiquidAsText,
                breaks.PositionOf(fault.Offset),
                template is null
                    ? $"{fault.Message}. The built-in one, if there is one, is used until you fix this file."
                    : $"{fault.Message}, so it stays text. Correct it, or put it between {{% raw %}} and {{% endraw %}}.");
        }

        return template;
    }
}
