using System.Globalization;

namespace Press;

/// <summary>What of a Jekyll site makes nothing here.</summary>
internal static class JekyllLeftovers
{
    /// <summary>Each with how much there is of it.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="plugins">The plug-ins that they name.</param>
    /// <param name="files">The files of the folder.</param>
    public static IEnumerable<string> Of(SiteSettings settings, IEnumerable<string> plugins, IReadOnlyCollection<string> files)
    {
        foreach (var plugin in plugins.Where(name => JekyllPlugins.ReplacementOf(name) is null))
            yield return $"the plug-in {plugin}";
        foreach (var collection in CollectionsIn(settings))
        {
            var folder = $"_{collection}/";
            yield return $"the collection '{collection}' ({Files(files.Count(name => name.StartsWith(folder, StringComparison.Ordinal)))})";
        }

        if (files.Count(name => name.StartsWith("_plugins/", StringComparison.Ordinal)) is var own and > 0)
            yield return $"_plugins ({Files(own)})";
        if (files.Count(MediaTypes.IsSass) is var styles and > 0)
            yield return $"Sass ({Files(styles)}): compile it and put the style sheet below assets/";
        if (files.Count(IsOfOtherLanguage) is var others and > 0)
            yield return $"other languages ({Files(others)})";
    }

    private static bool IsOfOtherLanguage(string name) =>
        Path.GetExtension(name) is ".coffee" or ".haml" or ".slim" or ".textile" or ".adoc" or ".org";

    private static IEnumerable<string> CollectionsIn(SiteSettings settings)
    {
        var names = settings.Keys.Entries.FirstOrDefault(entry => entry.Key == "collections")?.Value switch
        {
            YamlMapping mapping => mapping.Entries.Select(entry => entry.Key),
            YamlSequence list => list.Items.OfType<YamlScalar>().Select(name => name.Text),
            _ => [],
        };
        return names.Where(name => name is not "posts").Order(StringComparer.Ordinal);
    }

    private static string Files(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} file{(count == 1 ? "" : "s")}");
}
