using System.Collections.Immutable;

namespace Press;

/// <summary>A file that an author or a designer uploaded.</summary>
/// <param name="Name">Its name in the store, in NFC: <c>_posts/2025-03-24-nvidia-gtc-2025.md</c>.</param>
/// <param name="Bytes">Its whole content.</param>
/// <param name="ETag">The store's mark of this state of it.</param>
/// <param name="Created">When it first came to be; the date of a post that names none.</param>
public sealed record Source(string Name, ReadOnlyMemory<byte> Bytes, string ETag, DateTimeOffset Created)
{
    /// <summary>The most bytes of a file: it passes through memory on its way to the public.</summary>
    internal const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>Why its content could not be had, as a diagnostic; null if it could. Then it has no bytes.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>How many bytes the file has: more than there are here if it is longer than anyone may upload.</summary>
    public long Length { get; init; } = Bytes.Length;

    /// <summary>Whether the file is longer than Press reads; then nothing of it was read.</summary>
    public bool IsCut => Length > Bytes.Length;

    /// <summary>The files that it includes from its folder, as far as they were read, by name.</summary>
    internal ImmutableSortedDictionary<string, SourcePart> Parts { get; init; } =
        ImmutableSortedDictionary.Create<string, SourcePart>(StringComparer.Ordinal);

    /// <summary>Whether it has to do with the parts that it has.</summary>
    internal bool HasAllParts { get; init; }

    /// <summary>A hash of its content, and of its parts.</summary>
    internal UInt128 Hash()
    {
        var own = HashBuilder.Of(Bytes.Span);
        if (Parts.IsEmpty)
            return own;
        var hash = new HashBuilder();
        hash.Add(own);
        foreach (var (name, part) in Parts)
        {
            hash.Add(name);
            hash.Add(part.Text);
            hash.Add(part.Fault);
        }

        return hash.ToHash();
    }

    /// <summary>The source that a store's read has found.</summary>
    public static Source Of(ReadAnswer.Found found) =>
        new(found.Item.Name, found.Bytes, found.Item.ETag, found.Item.Created);

    /// <summary>A source that is longer than Press reads.</summary>
    public static Source Of(ReadAnswer.TooLong found) =>
        new(found.Item.Name, ReadOnlyMemory<byte>.Empty, found.Item.ETag, found.Item.Created) { Length = found.Item.Length };
}
