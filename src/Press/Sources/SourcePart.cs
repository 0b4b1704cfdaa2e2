namespace Press;

/// <summary>A file that a post includes from its own folder.</summary>
/// <param name="Text">Its text; null if it cannot be had.</param>
/// <param name="Fault">Why not, behind its name; null if it can.</param>
internal readonly record struct SourcePart(string? Text, string? Fault)
{
    /// <summary>The most bytes of one.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The store's mark of the version that was read; null if there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>A file that is not there.</summary>
    public static SourcePart None => new(Text: null, "which does not exist");

    /// <summary>A file with this content.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Of the file, in bytes.</param>
    /// <param name="bytes">Its content; nothing if it is longer than Press reads.</param>
    public static SourcePart Of(string name, long length, ReadOnlySpan<byte> bytes)
    {
        if (length > bytes.Length || length > MaxBytes)
            return new(Text: null, FormattableString.Invariant($"which has more than {MaxBytes:N0} bytes"));
        return SourceText.Read(bytes, new DiagnosticBag(name)) is { } text
            ? new(text, Fault: null)
            : new(Text: null, "which is no text in UTF-8");
    }
}
