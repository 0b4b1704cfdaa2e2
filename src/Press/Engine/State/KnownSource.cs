using System.Collections.Immutable;

namespace Press;

/// <summary>What a build knows of one source.</summary>
internal sealed record KnownSource
{
    /// <summary>Of the receipt that all this was read from.</summary>
    public required string ReceiptETag { get; init; }

    /// <summary>The version of the source that was taken in, and by which engine.</summary>
    public required string ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public required string Engine { get; init; }

    /// <summary>The version that the site is built from; null if there is none.</summary>
    public string? GoodETag { get; init; }

    /// <summary>
    /// The gravest that was said of the version that was taken in: whether it cannot be published, and whether that is an error.
    /// </summary>
    public bool HasFaults { get; init; }

    /// <inheritdoc cref="HasFaults"/>
    public bool HasErrors { get; init; }

    /// <summary>What the post was read with: that of its <see cref="OpenSource"/>. Null if it is no post.</summary>
    public string? ReadWith { get; init; }

    /// <summary>The files of its folder that it includes, whether or not they exist.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Of the good version; null if it is no post, or cannot be read with these settings.</summary>
    public PostSummary? Summary { get; init; }

    /// <summary>Whether it is a post whose page everybody can read: then the catalog has it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>What the catalog says of it until a new page is written; null if that is what <see cref="Summary"/> says.</summary>
    public PostEntry? Published { get; init; }

    /// <summary>What its picture was found to be; null if it is none, is not public, or was not read yet.</summary>
    public KnownImage? Image { get; init; }

    /// <summary>All that its receipt was made from; null until it is finished.</summary>
    public UInt128? MadeOf { get; init; }

    /// <summary>The source as an author's file, whose version stands for its content.</summary>
    /// <param name="name">The source's.</param>
    public AssetSummary ToAsset(string name) => new(name, HashBuilder.Of(GoodETag!), Image?.Facts, Image?.Fault);
}

/// <summary>A public file that a build wrote, or found as it should be.</summary>
/// <param name="MadeOf">That of the <see cref="PlannedFile"/>.</param>
/// <param name="Hash">Of its content: <see cref="ContentHash"/>.</param>
/// <param name="ETag">The public container's.</param>
/// <param name="Headers">A hash of the headers with which a web server hands it out.</param>
internal sealed record WrittenFile(UInt128 MadeOf, string Hash, string ETag, UInt128 Headers)
{
    /// <summary>What was wrong with layouts when it was made; that of posts' pages is in their receipts.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>What a build knows of a picture.</summary>
/// <param name="ReadFrom">The version of the source, and by which rules it was read.</param>
/// <param name="Facts">Null if it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null if it can.</param>
internal sealed record KnownImage(string ReadFrom, ImageFacts? Facts, string? Fault);
