using System.Security.Cryptography;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>One state of the site in preview.</summary>
internal sealed class PreviewState
{
    public PreviewState(Publication publication, IReadOnlyList<Source> sources)
    {
        Sources = sources;
        Publication = publication;
        Version = Hash(publication);
    }

    public Publication Publication { get; }

    /// <summary>What it was made of.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>A hash of all files and diagnostics: two states that look the same have the same.</summary>
    public string Version { get; }

    /// <summary>The path of the home page, which lies below the site's base URL.</summary>
    public string HomePath => Publication.Site.Settings.BaseUrl + "/";

    private static string Hash(Publication publication)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in publication.Files.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            hash.AppendData(file.Content.Bytes.Span);
        }

        foreach (var diagnostic in publication.Diagnostics)
            hash.AppendData(Encoding.UTF8.GetBytes(diagnostic.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
