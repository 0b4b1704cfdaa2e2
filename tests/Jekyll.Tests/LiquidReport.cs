using System.Globalization;
using System.Text.Json;

namespace Press.Jekyll;

/// <summary>Compares the posts of a Jekyll site that have Liquid, rendered within their site.</summary>
internal static class LiquidReport
{
    /// <summary>Prints how many have the same text; 2 where there is nothing to compare with.</summary>
    /// <param name="folder">The site: its <c>_config.yml</c> lies there.</param>
    /// <param name="options"><c>--texts</c> shows where the text of each begins to differ, and why Jekyll has none.</param>
    /// <param name="output">Takes the report.</param>
    public static int Print(string folder, IReadOnlyList<string> options, TextWriter output)
    {
        var (_, answers, errors) = Kramdown.Run("site.rb", [folder], "");
        if (answers is "" && errors is not "")
        {
            output.WriteLine($"NOT COMPARED: {errors}");
            return 2;
        }

        var posts = answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string?[]>(line)!)
            .ToList();
        var site = SiteOf(folder);
        var reader = new PostReader(site.Settings, trustsHtml: true, site.Templates);
        var comparisons = posts.Where(post => post[1] is not null)
            .Select(post => (Post: post, Reading: reader.Read(SourceOf(folder, Path.Combine(folder, post[0]!)))))
            .Select(pair => (pair.Reading, Comparison: PostComparison.Between(pair.Post[0]!, pair.Reading.Post?.Html ?? "", pair.Post[1]!)))
            .ToList();
        var same = comparisons.Count(one => one.Comparison.HasSameText);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{comparisons.Count} posts with Liquid, {posts.Count - comparisons.Count} more that Jekyll does not render; "
                + $"same text: {same} ({100.0 * same / Math.Max(1, comparisons.Count):0.0} %)"));
        if (!options.Contains("--texts"))
            return 0;
        foreach (var (reading, comparison) in comparisons.Where(one => !one.Comparison.HasSameText))
        {
            output.WriteLine($"{comparison.Name}: {comparison.TextDifference}");
            foreach (var found in reading.Diagnostics.Where(found =>
                found.Rule.Code.StartsWith("LQ", StringComparison.Ordinal) || found.IsError))
                output.WriteLine($"    {found}");
        }

        foreach (var post in posts.Where(post => post[1] is null))
            output.WriteLine($"{post[0]}: Jekyll: {post[2]}");
        return 0;
    }

    private static Site SiteOf(string folder) => Site.Of(
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where SourceName.KindOf(NameOf(folder, path)) == SourceKind.Site
        select SourceOf(folder, path));

    private static string NameOf(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/').ToNormalForm();

    private static Source SourceOf(string folder, string path) =>
        new(NameOf(folder, path), File.ReadAllBytes(path), ETag: "", DateTimeOffset.UnixEpoch);
}
