using System.Text;
using System.Text.Json.Nodes;

namespace Press;

/// <summary>What a browser shows of a site that a reader puts on the screen of a telephone: its name, colours and icons.</summary>
/// <seealso href="https://www.w3.org/TR/appmanifest/"/>
internal static class WebManifest
{
    /// <summary>The manifest of a site.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="assets">The icons are among them.</param>
    public static Source Of(SiteSettings settings, IReadOnlyCollection<Source> assets)
    {
        var home = settings.Link("/");
        var manifest = new JsonObject
        {
            ["name"] = settings.Title,
            ["lang"] = settings.Language,
            ["dir"] = Labels.DirectionOf(settings.Language),
            ["start_url"] = home,
            ["scope"] = settings.BaseUrl + "/",
            // The reader keeps the address and the way back.
            ["display"] = "minimal-ui",
            ["background_color"] = settings.Look.Light.Paper.ToString(),
            ["theme_color"] = settings.Look.Light.Paper.ToString(),
            ["icons"] = new JsonArray([.. assets.Select(asset => IconOf(asset, settings)).OfType<JsonNode>()]),
        };
        if (settings.Description is not "")
            manifest["description"] = settings.Description;
        return new Source(
            SiteAssets.Manifest, Encoding.UTF8.GetBytes(manifest.ToJsonString(StoredJson.Writing)), ETag: "", DateTimeOffset.UnixEpoch);
    }

    private static JsonObject? IconOf(Source asset, SiteSettings settings)
    {
        var sizes = asset.Name switch
        {
            SiteAssets.Icon => "any",
            SiteAssets.TouchIcon => "180x180",
            SiteAssets.LargeIcon => "512x512",
            _ => null,
        };
        if (sizes is null)
            return null;
        var icon = new JsonObject
        {
            // An icon is kept for a year, so its address changes with it.
            ["src"] = $"{settings.Link("/" + asset.Name)}?v={ContentHash.Of(asset.Bytes.Span)[..8]}",
            ["sizes"] = sizes,
            ["type"] = MediaTypes.Of(asset.Name),
        };
        // Of the theme's the corners may be cut off; of a site's own nobody knows.
        if (asset.Name == SiteAssets.LargeIcon && asset.ETag is "")
            icon["purpose"] = "any maskable";
        return icon;
    }
}
