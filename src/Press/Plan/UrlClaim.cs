namespace Press;

/// <summary>A source wants a public file.</summary>
/// <param name="Source">Its name.</param>
/// <param name="File">The file.</param>
/// <param name="Key">The key that an author would change to get another one; empty if it is the name itself.</param>
/// <param name="Position">Where that key stands.</param>
/// <param name="IsFile">Whether the source itself is to be public, and not a page made of it.</param>
internal sealed record UrlClaim(string Source, string File, string Key, TextPosition Position, bool IsFile)
{
    /// <summary>Whether it is for a page that is no post: such a one may stand in the place of a listing.</summary>
    public bool IsPage { get; init; }

    private string Remedy => IsFile ? "Give this file another name or folder." : $"Write another '{Key}' here.";

    /// <summary>Another source comes first.</summary>
    public Diagnostic LostTo(string winner) =>
        Taken($"'{Source}' and '{winner}' both want /{File}; the first by name has it, {winner}.");

    /// <summary>A file of the site's own stands there.</summary>
    public Diagnostic LostToSite(string what) => Taken($"/{File} is {what}.");

    /// <summary>No file and folder can have one name on a disk.</summary>
    /// <param name="folder">The name: of the folder in which one file lies, and of the other file.</param>
    /// <param name="winner">The source of the other; the file itself if it is the site's own.</param>
    public Diagnostic LostToFolder(string folder, string winner) =>
        Taken($"/{folder} would be a file and a folder at once, since '{winner}' has a place there.");

    /// <summary>Hosts read the file as a setting.</summary>
    public Diagnostic IsOfHost() =>
        new(
            DiagnosticRules.HostFile,
            Source,
            Position,
            $"web servers read /{File} as a setting, or as the word of whoever owns the domain, "
                + $"so it is no author's. {Remedy}");

    /// <summary>Published, but somewhere it may be taken for another.</summary>
    public Diagnostic DiffersInCaseFrom(string other) =>
        new(
            DiagnosticRules.CaseTwin,
            Source,
            Position,
            $"/{File} and /{other} differ in case alone. Windows and macOS take them for one file. {Remedy}");

    private Diagnostic Taken(string why) => new(DiagnosticRules.UrlTaken, Source, Position, $"{why} {Remedy}");
}
