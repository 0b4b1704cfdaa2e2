using System.Text;

namespace Press;

/// <summary>What crawlers are told: that they may look at everything, and where the sitemap is.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9309"/>
internal static class Robots
{
    /// <summary>The one name under which crawlers look, at the root of a host.</summary>
    public const string FileName = "robots.txt";

    /// <summary>The file. Without absolute links there is no sitemap to name.</summary>
    public static PublicFile FileOf(SiteSettings settings)
    {
        var sitemap = settings.HasAbsoluteLinks ? $"\nSitemap: {settings.AbsoluteLink("/" + Sitemap.FileName)}\n" : "";
        return PublicFiles.OfGenerated(FileName, Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n{sitemap}"), MediaTypes.Of(FileName));
    }
}
