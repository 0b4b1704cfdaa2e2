using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests;

/// <summary>
/// The examples of our own specification, in Specs/*.md: prose, then a fence with Markdown, a line with a dot, and the HTML.
/// </summary>
public sealed partial class SpecTests
{
    public static TheoryData<string, int, string, string> Examples()
    {
        var data = new TheoryData<string, int, string, string>();
        var specs = Path.Combine(Repository.Root, "tests", "Press.Tests", "Specs");
        foreach (var path in Directory.EnumerateFiles(specs, "*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            foreach (Match example in Example().Matches(text))
                data.Add(
                    Path.GetFileName(path),
                    text.AsSpan(0, example.Index).Count('\n') + 1,
                    example.Groups["markdown"].Value,
                    example.Groups["html"].Value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_rendered_as_it_says(string file, int line, string markdown, string html)
    {
        var site = SiteText.PublisherAt(SiteText.Now).Publish([SiteText.Source("2025-01-01-a.md", $"---\ntitle: A\n---\n{markdown}")]);
        Assert.True(html == site.Posts["/a.html"].Html, $"{file}({line}):\n{site.Posts["/a.html"].Html}");
    }

    [GeneratedRegex(@"^`{16} example\n(?<markdown>.*?)^\.\n(?<html>.*?)^`{16}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
