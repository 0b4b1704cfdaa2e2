using System.Collections.Immutable;

namespace Press;

/// <summary>The files that go to the public as they are: the theme's, and the site's own in their place.</summary>
internal static class SiteAssets
{
    /// <summary>The icon in tabs of browsers.</summary>
    public const string Icon = "assets/icon.svg";

    /// <summary>The icon on the screens of telephones, 180 pixels wide.</summary>
    public const string TouchIcon = "assets/touch-icon.png";

    /// <summary>The icon of an installed site, 512 pixels wide.</summary>
    public const string LargeIcon = "assets/icon-512.png";

    /// <summary>What a browser shows of an installed site.</summary>
    public const string Manifest = "assets/manifest.webmanifest";

    /// <summary>All of them, by name (ordinal).</summary>
    /// <param name="sources">The files of the site.</param>
    /// <param name="settings">The site's.</param>
    public static ImmutableArray<Source> Of(IReadOnlyCollection<Source> sources, SiteSettings settings)
    {
        // The theme's larger icons would be another mark than the site's own.
        var hasOwnIcon = sources.Any(file => file.Name == Icon);
        var ofTheme = Theme.PublicAssets.Where(file => !(hasOwnIcon && file.Name is TouchIcon or LargeIcon)).Select(settings.Look.ApplyTo);
        var files = sources.Where(file => !file.Name.StartsWith('_')).Concat(ofTheme).DistinctBy(file => file.Name).ToList();
        if (!files.Exists(file => file.Name == Manifest))
            files.Add(WebManifest.Of(settings, files));
        return [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }
}
