using System.Text;
using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests;

/// <summary>Every fault that an author can make: source, code, line and column.</summary>
public sealed partial class DiagnosticTableTests
{
    private const string Bomb =
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n";

    public static TheoryData<string, string, string> Faults => new()
    {
        // The file as a whole.
        { "a.md", "one\ntwo \u0080", "SR001 (2,5)" },
        { "a.md", new string('x', (4 * 1024 * 1024) + 1), "SR002 (1,1)" },
        { "a.html", "<p>", "SR003 (1,1)" },
        { "a.js", "x()", "SR003 (1,1)" },
        { "a.scss", "a { b { c: d } }", "SR003 (1,1)" },
        { "a.svg", "<svg><script/></svg>", "SR004 (1,7)" },
        { "a.svg", "<svg\n onload='x()'/>", "SR004 (1,2)" },
        { "a.svg", "<svg><a xmlns:xlink='x' xlink:href=' java\tscript:x()'/></svg>", "SR004 (1,7)" },
        { "a.svg", "<svg><!-- no end", "SR004 (1,17)" },

        // The front matter as a block of YAML.
        { "a.md", "---\ntitle: x\n", "FM001 (1,1)" },
        { "a.md", "---", "FM001 (1,1)" },
        { "a.md", "---\ntitle: a: b\n---\n", "FM002 (2,9)" },
        { "a.md", "---\ntitle: \"a\n---\n", "FM002 (2,8)" },
        { "a.md", "---\ntitle: 'a\ntags: b\n---\n", "FM002 (2,8)" },
        { "a.md", "---\ntags: [a, b\n---\n", "FM002 (3,1)" },
        { "a.md", "---\ntitle: x\n\ttags: y\n---\n", "FM002 (3,1)" },
        { "a.md", "---\ntitle: @me\n---\n", "FM002 (2,8)" },
        { "a.md", "---\ntitle: *star*\n---\n", "FM002 (2,8)" },
        { "a.md", "---\ntitle: *star\n---\n", "FM002 (2,8)" },
        { "a.md", "---\ntitle: x\n  lang: ko\n---\n", "FM002 (3,7)" },
        { "a.md", "---\ntitle\n---\n", "FM003 (2,1)" },
        { "a.md", "---\n- a\n---\n", "FM003 (2,1)" },
        { "a.md", "---\ntitle: x\nlang: ko\ntitle: y\n---\n", "FM004 (4,1)" },
        { "a.md", "---\n" + Bomb, "FM009 (5,29)" },
        { "a.md", "---\nx: " + new string('[', 40) + new string(']', 40) + "\n---\n", "FM009 (2,36)" },
        { "a.md", "---\n? [a]\n: b\n---\n", "FM005 (2,3)" },

        // Its keys.
        { "a.md", "---\ntitle: [a]\n---\n", "FM005 (2,8)" },
        { "a.md", "---\ntitle:\n  a: b\n---\n", "FM005 (3,3)" },
        { "a.md", "---\nfeatured: maybe\n---\n", "FM005 (2,11)" },
        { "a.md", "---\nhidden: 2\n---\n", "FM005 (2,9)" },
        { "a.md", "---\ndraft: []\n---\n", "FM005 (2,8)" },
        { "a.md", "---\ntags: {a: b}\n---\n", "FM005 (2,7)" },
        { "a.md", "---\ntags: [[a: c], b]\n---\n", "FM005 (2,7)" },
        { "a.md", "---\nredirect_from:\n- a: b\n---\n", "FM005 (3,1)" },
        { "a.md", "---\nimage:\n  path: [x]\n---\n", "FM005 (3,9)" },
        { "a.md", "---\ndate: 2025-02-30\n---\n", "FM006 (2,7)" },
        { "a.md", "---\ndate: [2025]\n---\n", "FM006 (2,7)" },
        { "a.md", "---\nlast_modified_at: yesterday\n---\n", "FM006 (2,19)" },
        { "a.md", "---\nlang: korean!\n---\n", "FM007 (2,7)" },
        { "a.md", "---\nlang: k\n---\n", "FM007 (2,7)" },
        { "a.md", "---\ntags: ['!!']\n---\n", "FM010 (2,8)" },
        { "a.md", "---\nfeature: true\n---\n", "FM008 (2,1)" },
        { "a.md", "---\ntag_s: x\n---\n", "FM008 (2,1)" },
        { "a.md", "---\ntitle: x\npermlink: /y\n---\n", "FM008 (3,1)" },

        // What becomes of it.
        { "a.md", "---\npermalink: /:yaer/\n---\n", "UR001 (2,1)" },
        { "a.md", "---\npermalink: /../x\n---\n", "UR001 (2,1)" },
        { "a.md", "---\npermalink: https://example.com/x\n---\n", "UR001 (2,1)" },
        { "a.md", "---\npermalink: /.:categories/x\n---\n", "UR001 (2,1)" },
        { "a.md", "---\npermalink: /archive.html/x.html\n---\n", "UR001 (2,1)" },
        { "a.md", "---\ntitle: x\nslug: " + new string('s', 256) + "\n---\n", "UR001 (3,1)" },
        { "a.md", "---\nslug: '!!!'\n---\n", "UR003 (2,1)" },
        { "!!!.md", "text", "UR003 (1,1)" },
        { "a.md", "---\nlayout: pots\n---\n", "LY001 (2,1)" },

        { "a.md", "---\nredirect_from: [/old/, 'https://example.com/x']\n---\n", "FM011 (2,24)" },
        { "a.md", "---\nredirect_from: /" + new string('s', 256) + "\n---\n", "FM011 (2,16)" },
        { "a.md", "---\ntags: [" + new string('가', 70) + "]\n---\n", "FM010 (2,8)" },
        { "a.md", "---\nlang: en-" + string.Join('-', Enumerable.Repeat("variant", 5)) + "\n---\n", "FM007 (2,7)" },
        { "a.md", "---\nredirect_from:\n  - /../x\n  - a?b\n---\n", "FM011 (3,5) FM011 (4,5)" },

        // The body.
        { "a.md", "---\ntitle: x\n---\n\n" + new string('>', 3000), "MD001 (4,1)" },
        { "a.md", "---\ntitle: x\n---\n\ntext\n\n<script>\n</script>\n", "MD002 (7,1)" },
        { "a.md", "---\ntitle: x\n---\n\ntext\nmore <b onclick=x>text</b>\n", "MD002 (6,1)" },
        { "a.md", "---\ntitle: x\n---\n\nSee\n[b](nowhere.md)", "MD003 (6,1)" },

        { "a.md", "text\n\n" + new string('[', 100), "MD006 (3,1)" },
        { "a.md", "text\n\n" + string.Concat(Enumerable.Repeat("[a](", 3000)), "MD006 (3,1)" },
        {
            "a.md",
            "text\n\n|" + string.Concat(Enumerable.Repeat("a|", 500)) + "\n|"
                + string.Concat(Enumerable.Repeat("-|", 500)) + string.Concat(Enumerable.Repeat("\n|b|", 500)),
            "MD006 (3,1)"
        },
        {
            "a.md",
            "---\ntitle: x\n---\n*[A]: " + new string('t', 10_000) + "\n\n" + string.Concat(Enumerable.Repeat("A ", 5000)),
            "MD007 (4,1)"
        },
        { "a.md", "[a]: /" + new string('b', 10_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a] ", 5000)), "MD007 (1,1)" },
        {
            "a.md",
            "<p>" + string.Concat(Enumerable.Range(0, 1000).Select(number => $"<b class=a{number}>"))
                + string.Concat(Enumerable.Repeat("</p><p>a", 1000)),
            "MD007 (1,1)"
        },
        { "a.md", string.Concat(Enumerable.Repeat("<div>", 10_000)), "MD007 (1,1)" },
        { "a.md", string.Concat(Enumerable.Repeat("[a]: /b\n", 1001)), "MD007 (1,1)" },
        { "a.md", "<p " + string.Concat(Enumerable.Range(0, 300).Select(number => $"data-a{number}=b ")) + ">c</p>", "MD007 (1,1)" },
        { "a.md", new string('a', 40_000), "MD008 (1,1)" },
        { "a.md", string.Concat(Enumerable.Repeat("word\n\n", 5000)) + "<!--more-->\n\nword", "MD008 (1,1)" },
        {
            "a.md",
            "---\ntags: [" + string.Join(", ", Enumerable.Range(0, 101).Select(number => $"t{number}")) + "]\n---\n",
            "FM030 (2,498)"
        },
        { "a.md", "---\ntitle: " + new string('t', 501) + "\nimage: /" + new string('i', 2000) + "\n---\n", "FM031 (2,8) FM031 (3,8)" },
        { "a.md", "---\na: &a " + new string('a', 40_000) + "\nb: [*a, *a]\n---\n", "FM009 (3,9)" },

        // The settings and the layouts.
        { "_config.yml", "title: x\nurl: blog.example.com\n", "CF001 (2,6)" },
        { "_config.yml", "url: https://example.com/blog\n", "CF001 (1,6)" },
        { "_config.yml", "url: https://me:word@example.com\n", "CF001 (1,6)" },
        { "_config.yml", "baseurl: /a b\nurl: https://example.com\n", "CF001 (1,10)" },
        { "_config.yml", "baseurl: blog\nurl: https://example.com\n", "CF001 (1,10)" },
        { "_config.yml", "baseurl: https://example.com\n", "CF004 (1,10)" },
        { "_config.yml", "baseurl: https://example.com/blog/\nurl: https://example.com\n", "CF004 (1,10)" },
        { "_config.yml", "baseurl: https://example.com?x\nurl: https://example.com\n", "CF001 (1,10)" },
        { "_config.yml", "lang: '?'\nurl: https://example.com\n", "CF001 (1,7)" },
        { "_config.yml", "languages: [en, '?']\nurl: https://example.com\n", "CF001 (1,17)" },
        { "_config.yml", "timezone: Seoul\nurl: https://example.com\n", "CF001 (1,11)" },
        { "_config.yml", "permalink: /:slg.html\nurl: https://example.com\n", "CF001 (1,12)" },
        { "_config.yml", "excerpt_separator: more\nurl: https://example.com\n", "CF001 (1,20)" },
        { "_config.yml", "math_renderer: http://x/y.js\nurl: https://example.com\n", "CF001 (1,16)" },
        { "_config.yml", "paginate: 0\nurl: https://example.com\n", "CF001 (1,11)" },
        { "_config.yml", "responsive_images: some\nurl: https://example.com\n", "CF001 (1,20)" },
        { "_config.yml", "responsive_image: false\nurl: https://example.com\n", "CF002 (1,1)" },
        { "_config.yml", "future: soon\nurl: https://example.com\n", "CF001 (1,9)" },
        { "_config.yml", "exclude: {a: b}\nurl: https://example.com\n", "CF001 (1,10)" },
        { "_config.yml", "titel: x\nurl: https://example.com\n", "CF002 (1,1)" },
        { "_config.yml", "title: x\n", "CF003 (1,1)" },
        { "_config.yml", "url:\n", "CF003 (1,1)" },
        { "_config.yml", "# Nothing yet.\n", "CF003 (1,1)" },
        { "_config.yml", "title: x\n---\ntitle: y\n", "FM002 (2,1)" },
        { "_layouts/x.html", "---\nlayout: default\n---\n{% if %}", "LY002 (4,1)" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_by_code_line_and_column(string name, string text, string told)
    {
        // The one byte that stands for itself, and is not UTF-8.
        var bytes = text.Contains('\u0080', StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        var found = SiteText.PublisherAt(SiteText.Now).Publish([SiteText.Source(name, bytes)]).Diagnostics;
        Assert.Equal(
            told,
            string.Join(
                " ",
                found.Select(diagnostic => $"{diagnostic.Rule.Code} ({diagnostic.Position.Line},{diagnostic.Position.Column})")));
        Assert.All(found, diagnostic => Assert.Equal(name, diagnostic.File));
        // It ends by saying what to do, in one line.
        Assert.All(
            found,
            diagnostic => Assert.Matches(
                @"^[^\n]+[.?] [^\n]+[.?]$|^[^\n]*silence this\.$|^[^\n]*: [^\n]+\.$|leads to no published post\.$",
                diagnostic.Message));
    }

    [Fact]
    public void The_document_has_every_rule_and_no_other()
    {
        var documented = RuleRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md")))
            .Select(row => (row.Groups["code"].Value, row.Groups["severity"].Value, row.Groups["title"].Value));
        var rules = typeof(DiagnosticRules).GetFields()
            .Select(field => (DiagnosticRule)field.GetValue(null)!)
            .Select(rule => (rule.Code, rule.SeverityName, rule.Title));
        Assert.Equal(rules, documented);
    }

    [GeneratedRegex(@"^\| (?<code>[A-Z]{2}[0-9]{3}) \| (?<severity>\w+) \| (?<title>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex RuleRow();
}
