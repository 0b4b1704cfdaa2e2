using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Press.Jekyll;

/// <summary>Compares every post of a folder and says how much is the same, and what most often is not.</summary>
internal static partial class BlogReport
{
    /// <summary>Prints the shares and the commonest differences; 2 where there is nothing to compare with.</summary>
    /// <param name="folder">A Jekyll site, or any folder of Markdown.</param>
    /// <param name="options">
    /// <c>--list</c> names each post that differs; <c>--texts</c> shows where the text of each begins to;
    /// <c>--rows N</c> for N kinds of difference (default 15); <c>--given</c> compares with the
    /// <c>.html</c> beside each file instead of asking kramdown; <c>--plain</c> renders as for a site that is none of Jekyll's.
    /// </param>
    /// <param name="output">Takes the report.</param>
    public static int Print(string folder, IReadOnlyList<string> options, TextWriter output)
    {
        if (!options.Contains("--given") && Kramdown.Missing is { } missing)
        {
            output.WriteLine($"NOT COMPARED: {missing}");
            return 2;
        }

        var comparisons = Compare(folder, options, out var withLiquid);
        Print(comparisons, withLiquid, options, output);
        return 0;
    }

    /// <summary>All posts of a folder that hold no Liquid, which is for the template engine to judge.</summary>
    public static ImmutableArray<PostComparison> Compare(string folder, IReadOnlyList<string> options, out int withLiquid)
    {
        var posts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path =>
                Path.GetExtension(path) is ".md" or ".markdown"
                && !path.Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: ReadBody(path)))
            .ToList();
        var isGiven = options.Contains("--given");
        var plain = posts.Where(post => isGiven ? File.Exists(GivenFor(post.Path)) : !Liquid().IsMatch(post.Text)).ToList();
        withLiquid = isGiven ? 0 : posts.Count - plain.Count;
        var jekyll = isGiven
            ? [.. plain.Select(post => File.ReadAllText(GivenFor(post.Path)))]
            : Kramdown.Render([.. plain.Select(post => post.Text)]);
        return
        [
            .. plain.Zip(jekyll, (post, html) =>
                PostComparison.Between(
                    Path.GetRelativePath(folder, post.Path), PressHtml.Of(post.Text, !options.Contains("--plain")), html)),
        ];
    }

    private static void Print(ImmutableArray<PostComparison> comparisons, int withLiquid, IReadOnlyList<string> options, TextWriter output)
    {
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{comparisons.Length} posts without Liquid, {withLiquid} with Liquid left out."));
        output.WriteLine($"identical: {Share(comparisons, comparison => comparison.IsIdentical)}");
        output.WriteLine($"identical but for the ids of headings: {Share(comparisons, comparison => comparison.IsIdenticalButIds)}");
        output.WriteLine($"same text: {Share(comparisons, comparison => comparison.HasSameText)}");
        var rows = options.SkipWhile(option => option != "--rows").Skip(1).Select(int.Parse).FirstOrDefault(15);
        var kinds = comparisons.Where(comparison => !comparison.IsIdentical)
            .GroupBy(comparison => comparison.Kind)
            .OrderByDescending(kind => kind.Count());
        foreach (var kind in kinds.Take(rows))
        {
            var example = kind.OrderBy(comparison => comparison.HasSameText).First();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Count(),5} ({kind.Count(post => !post.HasSameText)} in text)  {kind.Key}   {example.Name}"));
            output.WriteLine($"      Press:  {example.Press}\n      Jekyll: {example.Jekyll}");
        }

        if (options.Contains("--texts"))
        {
            foreach (var comparison in comparisons.Where(comparison => !comparison.HasSameText))
                output.WriteLine($"{comparison.Name}: {comparison.TextDifference}");
        }

        if (options.Contains("--list"))
        {
            foreach (var comparison in comparisons.Where(comparison => !comparison.IsIdentical))
                output.WriteLine(
                    $"{(comparison.IsIdenticalButIds ? "ids " : comparison.HasSameText ? "tree" : "TEXT")} "
                        + $"{comparison.Name}: {comparison.Press} | {comparison.Jekyll}");
        }
    }

    private static string GivenFor(string path) => Path.ChangeExtension(path, ".html");

    private static string Share(ImmutableArray<PostComparison> comparisons, Func<PostComparison, bool> counts)
    {
        var count = comparisons.Count(counts);
        return string.Create(
            CultureInfo.InvariantCulture, $"{count} of {comparisons.Length} ({100.0 * count / Math.Max(1, comparisons.Length):0.0} %)");
    }

    /// <summary>The text of a file without its front matter.</summary>
    public static string ReadBody(string path) =>
        FrontMatter().Replace(File.ReadAllText(path, Encoding.UTF8).TrimStart('\uFEFF').ReplaceLineEndings("\n"), "", 1);

    [GeneratedRegex(@"\A---[ \t]*\n.*?^(---|\.\.\.)[ \t]*$\n?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\{\{|\{%")]
    private static partial Regex Liquid();
}
