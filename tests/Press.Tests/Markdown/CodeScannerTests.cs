using System.Net;
using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests;

/// <summary>The languages of code: a sample of each in Specs/Code, and what holds for every text.</summary>
public sealed partial class CodeScannerTests
{
    // What opens something in one language or another, ends it, or nearly does.
    private static readonly string[] Pieces =
    [
        "(*", "{-", "\"", "'", "\\", "<", "${", "#{", "$(", "`", "/*", "*/", "<<EOF\n", "<<~A\n", "<<A <<B\n", "<<<A\n", "<a",
        "<a ", "<a>", "</a>", "<>", "</", "/>", "<b x=\"", "<b x={", "[=", "[[", "r#", "#", "R\"a(", "$a$", "$", "|", "| ", "/",
        "/[", "{", "}", "(", ")", "]", "%", "%w(", "q(", "s/", "s{", "~r/", "~s{", "```\n", "```js\n", "<script>", "<style>",
        "<?php", "?>", "{{", "}}", "{%", "<%", "\n", "\n ", "- ", "a: ", "a: |\n", "a=", "a", "1", "1.", "1e+", "-1", "f\"{",
        "$\"{", "$$\"\"\"", "\"\"\"", "'''", "@\"", "@", "@@", ":", "::", "&", "//", "--", "<!--", "<![CDATA[", "---\n", "**",
        "](", "\t", "    ", "한", "😀", "\ud83d", "'\\", "'a", "=begin\n", "=pod\n", "__END__\n", "\\\n", "$ ", "a@b$ ", "`${`",
        "\"#{\"", "\"$(\"", "\"\\(", "x<y,", "#include <", "a:\n", "\"a\" :", "  \t",
    ];

    public static TheoryData<string> Languages => [.. CodeLanguages.All.Select(language => language.Name)];

    public static TheoryData<string, string, string> Samples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (Match sample in Sample().Matches(SamplesText()))
            data.Add(sample.Groups["language"].Value, sample.Groups["code"].Value, sample.Groups["marked"].Value);
        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_has_its_words_in_classes(string language, string code, string marked)
    {
        var html = Opening().Replace(Scan(language, code).Html, "«${token}:").Replace("</span>", "»", StringComparison.Ordinal);
        Assert.Equal(marked, WebUtility.HtmlDecode(html));
    }

    [Fact]
    public void Every_language_has_a_sample()
    {
        var sampled = Sample().Matches(SamplesText()).Select(sample => sample.Groups["language"].Value);
        // That of tags in templates is a part of Liquid's.
        Assert.Equal(CodeLanguages.All.Select(language => language.Name).Except(["liquid-tag"]).Order(), sampled.Order());
    }

    [Theory]
    [InlineData("C#", "csharp")]
    [InlineData("golang", "go")]
    [InlineData("JSX", "javascript")]
    [InlineData("sh", "bash")]
    [InlineData("tf", "hcl")]
    [InlineData("rust,ignore", "rust")]
    [InlineData("js{1,3-4}", "javascript")]
    [InlineData("ruby:config.ru", "ruby")]
    public void A_language_has_many_names(string name, string language) => Assert.Equal(language, CodeLanguages.Find(name)?.Language.Name);

    [Fact]
    public void A_name_is_one_language_s() =>
        Assert.Empty(CodeLanguages.All
            .SelectMany(language => language.Aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(language.Name))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_stays_as_it_is(string language)
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var code = string.Concat(random.GetItems(Pieces, random.Next(1, 60)));
            Assert.Equal(code, TextOf(Scan(language, code).Html));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cost_is_proportional_to_length(string language)
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, (600 / piece.Length) + 1));
            var longer = string.Concat(Enumerable.Repeat(text, 4));
            var (steps, more) = (Scan(language, text).Steps, Scan(language, longer).Steps);
            Assert.True(
                more <= 5 * steps && more <= 60L * longer.Length,
                $"{piece}: {steps} steps for {text.Length}, {more} for {longer.Length}");
        }
    }

    [Fact]
    public void Code_without_a_prompt_in_a_terminal_is_a_script() =>
        Assert.Contains("hl-keyword", Scan("console", "if true; then\n  echo x\nfi\n").Html, StringComparison.Ordinal);

    private static (string Html, long Steps) Scan(string language, string code) => CodeScanner.Scan(code, CodeLanguages.Find(language)!);

    private static string TextOf(string html) =>
        Tag().Replace(html, "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static string SamplesText() =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Press.Tests", "Specs", "Code", "languages.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^`{16} (?<language>\S+)\n(?<code>.*?)^\.\n(?<marked>.*?)^`{16}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sample();

    [GeneratedRegex("<span class=\"hl-(?<token>[a-z]+)\">")]
    private static partial Regex Opening();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tag();
}
