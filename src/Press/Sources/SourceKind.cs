namespace Press;

/// <summary>What becomes of a source, told by its name alone.</summary>
public enum SourceKind
{
    /// <summary>Never leaves the store: dot-files, folders that begin with <c>_</c>, what the settings exclude.</summary>
    Ignored,

    /// <summary>Settings, layouts, includes, style sheets: what pages are made with.</summary>
    Site,

    /// <summary>Markdown that becomes a page.</summary>
    Post,

    /// <summary>HTML: it becomes a page if it begins with a front matter, else it is a file.</summary>
    Html,

    /// <summary>Any other file; media go to the public files as they are.</summary>
    Asset,
}
