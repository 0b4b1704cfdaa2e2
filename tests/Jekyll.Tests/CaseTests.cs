using Press.Testing;

namespace Press.Jekyll;

/// <summary>Small bodies in <c>Cases</c>, each beside what Jekyll's kramdown 2.4 makes of it.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Jekyll.Tests", "Cases");

    /// <summary>What Press reads otherwise on purpose, with the reason.</summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["h1"] = "a rule right below a list ends the list; kramdown puts it into the last item",
        ["h3"] = "a rule right below a list ends the list; kramdown puts it into the last item",
        ["math-5"] = "TeX alone in its paragraph is display, also where a heading follows without a blank line",
    };

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_is_as_Jekyll_has_it(string name)
    {
        var markdown = BlogReport.ReadBody(Path.Combine(Folder, name + ".md"));
        var comparison = PostComparison.Between(name, PressHtml.Of(markdown), File.ReadAllText(Path.Combine(Folder, name + ".html")));
        Assert.True(comparison.HasSameText, $"{comparison.Press}\n{comparison.Jekyll}");
        Assert.True(comparison.IsIdentical != Differences.ContainsKey(name), $"{comparison.Press}\n{comparison.Jekyll}");
    }
}
