using System.Globalization;

namespace Press;

/// <summary>A picture of the site.</summary>
/// <param name="File">Its public file: <c>images/a.jpg</c>.</param>
/// <param name="Facts">Its facts; of its variants those alone that are published.</param>
internal sealed record SiteImage(string File, ImageFacts Facts)
{
    // Wider than this nobody needs it, and the picture itself is offered only if no variant is.
    private const int Widest = 1600;

    /// <summary>A hash of all that pages say of it.</summary>
    public UInt128 Hash { get; } = HashOf(File, Facts);

    private static UInt128 HashOf(string file, ImageFacts facts)
    {
        var hash = new HashBuilder();
        hash.Add(file);
        hash.Add(facts.Width);
        hash.Add(facts.Height);
        foreach (var variant in facts.Variants)
            hash.Add(variant.Width);
        return hash.ToHash();
    }

    /// <summary>
    /// What an <c>srcset</c> says: its variants, and the picture itself if it is wider than all of them; null if it has none.
    /// </summary>
    /// <param name="link">The picture's own link.</param>
    /// <param name="linkOf">Makes links of the paths of files.</param>
    public string? SourceSet(string link, Func<string, string> linkOf)
    {
        if (Facts.Variants is [])
            return null;
        var candidates = Facts.Variants.Select(variant => Candidate(linkOf("/" + variant.FileOf(File)), variant.Width));
        // A comma or blank would end the link.
        if (Facts.Variants[^1].Width < Math.Min(Facts.Width, Widest) && !link.AsSpan().ContainsAny(", \t\n"))
            candidates = candidates.Append(Candidate(link, Facts.Width));
        return string.Join(", ", candidates);
    }

    private static string Candidate(string link, int width) => string.Create(CultureInfo.InvariantCulture, $"{link} {width}w");
}
