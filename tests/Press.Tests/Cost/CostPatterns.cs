using System.Globalization;
using System.Text;
using Press.Testing;

namespace Press.Tests.Cost;

/// <summary>Sources that make parsers work, each as long as is asked for.</summary>
public static partial class CostPatterns
{
    private static readonly Dictionary<string, Func<int, IEnumerable<Source>>> Patterns = new(StringComparer.Ordinal);

    static CostPatterns()
    {
        AddInlines();
        AddBlocks();
        AddJekyll();
        AddLiquid();
        AddHtml();
        AddFrontMatter();
        AddDrawings();
        AddSites();
    }

    public static IEnumerable<string> Names => Patterns.Keys;

    /// <summary>Publishes a site with the pattern once.</summary>
    /// <param name="pattern">Its name.</param>
    /// <param name="size">About how many characters it has.</param>
    /// <param name="isDocumented">Whether the longest diagnostic and the largest file are to be said too.</param>
    /// <returns>Allocated bytes, steps, the bytes of the public files, and the number of diagnostics.</returns>
    public static long[] Measure(string pattern, int size, bool isDocumented)
    {
        List<Source> sources = [SiteText.Source("_config.yml", ConfigurationOf(pattern)), .. size == 0 ? [] : Patterns[pattern](size)];
        var publisher = SiteText.PublisherAt(SiteText.Now);
        var (bytes, steps) = (GC.GetTotalAllocatedBytes(precise: true), Steps.Total);
        var publication = publisher.Publish(sources);
        (bytes, steps) = (GC.GetTotalAllocatedBytes(precise: true) - bytes, Steps.Total - steps);
        return [bytes, steps, publication.Files.Values.Sum(file => (long)file.Content.Bytes.Length), publication.Diagnostics.Length];
    }

    /// <summary>A post with a body.</summary>
    private static Source Post(string body, string name = "_posts/2025-01-01-a.md", string frontMatter = "title: x") =>
        SiteText.Source(name, $"---\n{frontMatter}\n---\n\n{body}");

    private static string Repeat(string unit, int size) =>
        new StringBuilder(size).Insert(0, unit, Math.Max(1, size / unit.Length)).ToString();

    /// <summary>Text of about a size whose pieces are numbered.</summary>
    private static string Number(int size, Func<int, string> piece)
    {
        var text = new StringBuilder(size);
        for (var number = 0; text.Length < size; number++)
            text.Append(piece(number));
        return text.ToString();
    }

    private static void AddBody(string name, Func<int, string> body) => Patterns.Add(name, size => [Post(body(size))]);

    /// <summary>A body of one unit, again and again.</summary>
    private static void AddRepeated(string name, string unit) => AddBody(name, size => Repeat(unit, size));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in letters, as long as another one: <c>aaab</c>.</summary>
    private static string Letters(int number, int length = 4)
    {
        var letters = new char[length];
        for (var place = length - 1; place >= 0; place--, number /= 26)
            letters[place] = (char)('a' + (number % 26));
        return new string(letters);
    }
}
