namespace Press;

/// <summary>Says what is wrong with what lies in a store and is no source.</summary>
internal static class StrayItems
{
    private const string NoName =
        "no page or file can have this name. A name has no empty part, no part that ends in a dot, "
            + "no backslash and no control character. Give the file another name.";

    private const string TooLong = "the name is too long. Give the file a shorter one.";

    public static Diagnostic FaultOf(StrayItem stray) => stray.Kind switch
    {
        StrayKind.BadName => BadName(stray.Name),
        StrayKind.Link => new(
            DiagnosticRules.NotMedia,
            stray.Name,
            TextPosition.Start,
            "not published: it is a link, and links are not followed. Put the file itself here."),
        _ => new(
            DiagnosticRules.Unreadable,
            stray.Name,
            TextPosition.Start,
            "the folder may not be looked into. Give yourself the right to, or begin its name with '_'."),
    };

    public static Diagnostic FaultOf(ReadAnswer.Unreadable unreadable) => Unreadable(unreadable.Item.Name, unreadable.Why);

    /// <summary>The storage does not hand a source out, or does not let its public file be written.</summary>
    public static Diagnostic Unreadable(string source, string why) =>
        new(DiagnosticRules.Unreadable, source, TextPosition.Start, $"the storage refuses this file: {why}");

    /// <summary>No receipt or page can be named so.</summary>
    public static Diagnostic BadName(string source) =>
        new(
            DiagnosticRules.BadFileName,
            source,
            TextPosition.Start,
            StoreName.IsValid(source) || source.Length > StoreName.MaxLength ? TooLong : NoName);
}
