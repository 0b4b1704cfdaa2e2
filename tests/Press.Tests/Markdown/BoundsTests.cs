using Press.Testing;

namespace Press.Tests;

/// <summary>What is bounded reads within its bounds as ever, and says so beyond.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void A_long_table_of_bold_cells_and_links_is_whole()
    {
        var html = Html("|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|**bold** *it*|[link](/c) [0, 1) [1]|\n", 2000)));
        Assert.Equal(2000, Count(html, "<strong>bold</strong> <em>it</em>"));
        Assert.Equal(2000, Count(html, "<a href=\"/c\">link</a>"));
    }

    [Fact]
    public void A_table_whose_rows_differ_a_little_is_a_table()
    {
        var row = string.Concat(Enumerable.Repeat("b|", 20));
        Assert.Equal(
            2001,
            Count(
                Html($"|{row}\n|{string.Concat(Enumerable.Repeat("-|", 20))}\n" + string.Concat(Enumerable.Repeat("|b|b|b|\n", 2000))),
                "<tr>"));
    }

    [Fact]
    public void Emphasis_is_paired_in_a_paragraph_of_any_length() =>
        Assert.Equal(5000, Count(Html(string.Concat(Enumerable.Repeat("a **b** c _d_\n", 5000))), "<strong>b</strong> c <em>d</em>"));

    [Fact]
    public void Links_and_code_are_found_in_a_paragraph_of_any_length()
    {
        var html = Html(string.Concat(Enumerable.Repeat("a [b](/c \"d\") `e` <kbd>f</kbd> ", 5000)));
        Assert.Equal(5000, Count(html, "<a href=\"/c\" title=\"d\">b</a> <code>e</code> <kbd>f</kbd>"));
    }

    [Fact]
    public void The_address_of_a_link_may_be_long() =>
        Assert.Contains(
            $"<a href=\"/{new string('b', 200_000)}\">a</a>",
            Html($"[a](/{new string('b', 200_000)}) [c](d e f"),
            StringComparison.Ordinal);

    [Fact]
    public void The_innermost_of_many_open_brackets_is_a_link() =>
        Assert.Contains("[[[<a href=\"/c\">b</a>", Html(new string('[', 300) + "[b](/c)"), StringComparison.Ordinal);

    [Fact]
    public void Definitions_line_below_line_are_all_found()
    {
        var html = Html(
            string.Concat(Enumerable.Range(0, 900).Select(number => $"[a{number}]: /b{number}\n")) + "\n"
                + string.Concat(Enumerable.Range(0, 900).Select(number => $"[a{number}] ")));
        Assert.Equal(900, Count(html, "<a href=\"/b"));
    }

    [Fact]
    public void A_table_beyond_the_bound_is_text()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n|" + string.Concat(Enumerable.Repeat("a|", 500)) + "\n|"
                + string.Concat(Enumerable.Repeat("-|", 500)) + string.Concat(Enumerable.Repeat("\n|b|", 500)));
        Assert.DoesNotContain("<table", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.Contains("|a|a|a|", site.Posts["/a.html"].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_excerpt_shows_its_first_blocks()
    {
        var text = string.Concat(Enumerable.Repeat("word\n\n", 5000)) + "<!--more-->\n\nword";
        var excerpt = SiteText.Publish("-- 2025-01-01-a.md --\n" + text).Posts["/a.html"].ExcerptHtml;
        Assert.StartsWith("<p>word</p>\n<p>word</p>\n", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("<p>word</p>\n", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 30_000, 32 * 1024);
    }

    [Fact]
    public void A_long_paragraph_shows_its_first_words()
    {
        var excerpt =
            SiteText.Publish("-- 2025-01-01-a.md --\n" + string.Concat(Enumerable.Repeat("word & ", 9000))).Posts["/a.html"].ExcerptHtml;
        Assert.StartsWith("<p>word &amp; word", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…</p>\n", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_faults_the_first_hundred_are_shown_and_errors_are_never_among_the_rest()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\ntags: [" + string.Concat(Enumerable.Repeat("'!', ", 100))
                + "]\ndate: never\n---\n" + string.Concat(Enumerable.Repeat("<script>x</script>\n\n", 500)));
        Assert.Equal(102, site.Diagnostics.Length);
        Assert.Contains(site.Diagnostics, found => found.Rule == DiagnosticRules.BadDate);
        Assert.EndsWith(
            "500 more warnings of this file are not shown. Correct these first.", site.Diagnostics[^1].Message, StringComparison.Ordinal);
        Assert.Empty(site.Posts);
    }

    private static string Html(string markdown) =>
        SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: x\n---\n\n{markdown}\n").Posts["/a.html"].Html;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
