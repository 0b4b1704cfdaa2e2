using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>One state of the site in preview.</summary>
/// <param name="Site">What is to be public.</param>
/// <param name="Diagnostics">What is wrong, as far as is known without making every page.</param>
internal sealed record PreviewState(SiteState Site, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A hash of all files and diagnostics: two states that look the same have the same.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"{Site.Hash():x}-{ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', Diagnostics)))}");

    /// <summary>The path of the home page, which lies below the site's base URL.</summary>
    public string HomePath => Site.Site.Settings.BaseUrl + "/";
}
