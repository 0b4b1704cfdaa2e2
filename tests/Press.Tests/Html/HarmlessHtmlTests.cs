using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Press.Tests.Html;

/// <summary>
/// The sanitiser judges what <see cref="HarmlessHtml"/> lets by: it must write the same and find nothing to say. For more fragments, or
/// others, <c>PRESS_TEST_FRAGMENTS</c> says how many and <c>PRESS_TEST_SEED</c> from which seed on; <c>PRESS_TEST_HTML</c> names a folder
/// of HTML fragments, such as the blocks of real blogs, which are tried as they are and mutated.
/// </summary>
public sealed class HarmlessHtmlTests
{
    private const int FragmentsOfSeed = 500;

    private static readonly int Fragments = Number("PRESS_TEST_FRAGMENTS", 20_000);
    private static readonly int FirstSeed = Number("PRESS_TEST_SEED", 0);
    private static readonly SiteSettings Settings = new() { Url = "https://example.org", BaseUrl = "/blog", Language = "en" };

    private readonly ConcurrentQueue<string> _faults = new();

    [Fact]
    public void The_sanitiser_leaves_generated_fragments_that_are_let_by_as_they_are()
    {
        var passed = 0;
        Parallel.For(0, Math.Max(1, Fragments / FragmentsOfSeed), number =>
        {
            var generator = new FragmentGenerator(FirstSeed + number);
            for (var i = 0; i < FragmentsOfSeed; i++)
            {
                if (IsLetBy(generator.Next()))
                    Interlocked.Increment(ref passed);
            }
        });
        Write($"{passed:N0} of {Fragments:N0} fragments are let by.");
        Assert.Empty(_faults.Take(5));
        // Where all were refused, nothing would be proven.
        Assert.InRange(passed, Fragments / 10, Fragments * 9 / 10);
    }

    [Theory]
    [InlineData("<table> \t\n</table>", true)]
    [InlineData("<table>\u0085</table>", false)]
    [InlineData("<table><tbody><tr>\u00a0</tr></tbody></table>", false)]
    [InlineData("<table>\u3000</table>", false)]
    public void A_blank_between_the_parts_of_a_table_is_one_of_html(string html, bool isLetBy)
    {
        Assert.Equal(isLetBy, IsLetBy(html));
        Assert.Empty(_faults);
    }

    [Fact]
    public void The_sanitiser_leaves_real_fragments_that_are_let_by_as_they_are()
    {
        var folder = Environment.GetEnvironmentVariable("PRESS_TEST_HTML");
        Assert.SkipWhen(folder is null, "PRESS_TEST_HTML names no folder.");
        var files = Directory.GetFiles(folder!).Order(StringComparer.Ordinal).ToList();
        var (passed, mutants) = (0, 0);
        Parallel.For(0, files.Count, number =>
        {
            var html = File.ReadAllText(files[number]);
            if (IsLetBy(html))
                Interlocked.Increment(ref passed);
            var generator = new FragmentGenerator(FirstSeed + number);
            for (var i = 0; i < Fragments / files.Count; i++)
            {
                if (IsLetBy(generator.Mutated(html)))
                    Interlocked.Increment(ref mutants);
            }
        });
        var tried = Fragments / files.Count * files.Count;
        Write($"{passed:N0} of {files.Count:N0} fragments are let by, and {mutants:N0} of {tried:N0} mutants.");
        Assert.Empty(_faults.Take(5));
        Assert.True(passed > 0, "No fragment is let by.");
    }

    /// <summary>Whether a fragment is let by. If the sanitiser does not agree, that is a fault.</summary>
    private bool IsLetBy(string fragment)
    {
        // A source is UTF-8, which has no halves of characters.
        var html = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(fragment));
        if (HarmlessHtml.Find(html) is not { } harmless)
            return false;
        var rendered = new RenderedHtml(html, [new LineMark(0, 3)], []);
        var (ours, theirs, diagnostics) = (new LinkRewriter(Settings), new LinkRewriter(Settings), new DiagnosticBag("a.md"));
        var written = harmless.Write(ours, new LineMap(rendered), Formulas.None);
        var sanitized = AuthorHtml.Sanitized(rendered, theirs, isTrusted: false, diagnostics);
        if (sanitized != written || diagnostics.ToImmutable() is not [])
            _faults.Enqueue(
                $"{html}\nis let by as\n{written}\nand sanitised to\n{sanitized}\n{string.Join('\n', diagnostics.ToImmutable())}");
        else if (!theirs.Links(new HashSet<string>(), html).SequenceEqual(ours.Links(new HashSet<string>(), html)))
            _faults.Enqueue($"{html}\nhas other links than the sanitiser finds.");
        return true;
    }

    private static void Write(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
