namespace Press;

/// <summary>What keeps a layout from being used.</summary>
/// <param name="Layout">Its name.</param>
/// <param name="Place">The file and line at which it failed.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record LayoutFault(string Layout, LiquidPlace Place, string Message)
{
    /// <summary>A layout that cannot be used.</summary>
    public static LayoutFault Of(string layout, LiquidPlace place, string what) =>
        new(layout, place, $"the layout '{layout}' cannot be used: {what}. The built-in layout is used until you fix {place.File}.");

    /// <summary>The fault as it concerns a post that has the layout.</summary>
    public Diagnostic ToDiagnosticOf(string source) => new(DiagnosticRules.LayoutFailed, source, TextPosition.Start, Message);

    /// <summary>The fault where the layout's author looks for it.</summary>
    public Diagnostic ToDiagnostic() =>
        new(DiagnosticRules.LayoutFailed, Place.File, new TextPosition(Math.Max(1, Place.Line), 1), Message);
}
