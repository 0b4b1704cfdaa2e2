using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests;

public sealed partial class HighlightingTests
{
    [Theory]
    [InlineData(
        "csharp",
        "// why\nvar x = \"a<b\";",
        "<span class=\"hl-comment\">// why</span>\n"
            + "<span class=\"hl-keyword\">var</span> x = <span class=\"hl-string\">&quot;a&lt;b&quot;</span>;")]
    [InlineData("C#", "return;", "<span class=\"hl-keyword\">return</span>;")]
    [InlineData(
        "python",
        "# why\nreturn 'x'",
        "<span class=\"hl-comment\"># why</span>\n<span class=\"hl-keyword\">return</span> <span class=\"hl-string\">'x'</span>")]
    [InlineData(
        "bash",
        "# why\nif [ \"$1\" ]; then echo ${x:?y}; fi",
        "<span class=\"hl-comment\"># why</span>\n"
            + "<span class=\"hl-keyword\">if</span> [ <span class=\"hl-string\">&quot;$1&quot;</span> ]; "
            + "<span class=\"hl-keyword\">then</span> echo <span class=\"hl-name\">${x:?y}</span>; "
            + "<span class=\"hl-keyword\">fi</span>")]
    [InlineData(
        "yml",
        "title: \"x\" # y\n- a: 3",
        "<span class=\"hl-name\">title</span>: <span class=\"hl-string\">&quot;x&quot;</span> "
            + "<span class=\"hl-comment\"># y</span>\n- <span class=\"hl-name\">a</span>: <span class=\"hl-number\">3</span>")]
    [InlineData(
        "json",
        "{\"a\": [\"b\", 1.5, true]}",
        "{<span class=\"hl-name\">&quot;a&quot;</span>: [<span class=\"hl-string\">&quot;b&quot;</span>, "
            + "<span class=\"hl-number\">1.5</span>, <span class=\"hl-keyword\">true</span>]}")]
    [InlineData("unknown", "a < b", "a &lt; b")]
    [InlineData("", "a < b", "a &lt; b")]
    public void Code_is_put_into_classes(string language, string code, string html)
    {
        var written = Render(language, code);
        Assert.Equal(html, Code().Match(written).Groups["code"].Value.TrimEnd('\n').Replace("&#39;", "'", StringComparison.Ordinal));
    }

    [Fact]
    public void Highlighting_changes_nothing_but_classes()
    {
        var random = new Random(7);
        string[] pieces =
        [
            "class", " ", "\n", "\"", "'", "//", "/*", "*/", "#", "$x", "<", ">", "&", "{", "}", "한글", "0x1F", "def", "@\"",
            "\\", "-- ", "`", "${", "true",
        ];
        string[] languages =
        [
            "csharp", "python", "js", "ts", "html", "css", "sql", "bash", "yaml", "json", "cpp", "java", "xml", "powershell", "php",
            "fsharp",
        ];
        foreach (var language in languages)
        {
            for (var round = 0; round < 50; round++)
            {
                var code = "x" + string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]))
                    .Replace("```", "", StringComparison.Ordinal) + "x";
                var text = System.Net.WebUtility.HtmlDecode(Tag().Replace(Code().Match(Render(language, code)).Groups["code"].Value, ""));
                Assert.Equal(code + "\n", text);
            }
        }
    }

    [Fact]
    public void A_block_that_nobody_reads_stays_plain() =>
        Assert.DoesNotContain("<span", Render("csharp", new string('(', 110_000) + " var x;"), StringComparison.Ordinal);

    private static string Render(string language, string code) =>
        SiteText.PublisherAt(SiteText.Now)
            .Publish([SiteText.Source("2025-01-01-a.md", $"---\ntitle: A\n---\n~~~~ {language}\n{code}\n~~~~\n")]).Posts["/a.html"].Html;

    [GeneratedRegex("<code[^>]*>(?<code>.*)</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tag();
}
