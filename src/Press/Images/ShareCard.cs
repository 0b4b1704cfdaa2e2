namespace Press;

/// <summary>What the share picture of a post without a picture shows.</summary>
/// <param name="Title">The post's, as <see cref="ShareLetters.Shown"/> has it.</param>
/// <param name="Site">The site's title, likewise; null if it cannot be shown.</param>
/// <param name="Colors">Those of the light scheme.</param>
internal sealed record ShareCard(string Title, string? Site, ThemeColors Colors)
{
    /// <summary>The folder of all of them. It is no author's.</summary>
    public const string Folder = "assets/share-pictures";

    /// <summary>In pixels, as Open Graph's readers show a large card: 1.91 to 1.</summary>
    public const int Width = 1200;

    /// <inheritdoc cref="Width"/>
    public const int Height = 630;

    /// <summary>The name of the picture that belongs to a page.</summary>
    /// <param name="page">The public file of the page.</param>
    public static string FileOf(string page) => $"{Folder}/{page}.png";

    /// <summary>A hash of what it shows.</summary>
    public UInt128 Hash()
    {
        var hash = new HashBuilder();
        hash.Add(Title);
        hash.Add(Site);
        hash.Add(Colors.Paper.Value);
        hash.Add(Colors.Ink.Value);
        hash.Add(Colors.Accent.Value);
        return hash.ToHash();
    }
}
