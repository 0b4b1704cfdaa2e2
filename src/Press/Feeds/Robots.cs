using System.Text;

namespace Press;

/// <summary>What crawlers are told: that they may look at everything, and where the sitemap is.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9309"/>
internal static class Robots
{
    /// <summary>The file. Without absolute links there is no sitemap to name.</summary>
    /// <param name="settings">Say where the site is.</param>
    /// <param name="madeOf">A hash of them.</param>
    public static PlannedFile Of(SiteSettings settings, UInt128 madeOf) =>
        new(
            GeneratedName.Robots,
            madeOf,
            SourceName: null,
            (_, _, _) => new(new RenderedFile(
                PublicFiles.GeneratedOf(Encoding.UTF8.GetBytes(TextOf(settings)), MediaTypes.Of(GeneratedName.Robots)))));

    private static string TextOf(SiteSettings settings)
    {
        var sitemap = settings.HasAbsoluteLinks ? $"\nSitemap: {settings.AbsoluteLink("/" + GeneratedName.Sitemap)}\n" : "";
        return $"User-agent: *\nAllow: /\n{sitemap}";
    }
}
