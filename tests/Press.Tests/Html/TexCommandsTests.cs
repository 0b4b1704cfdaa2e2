using Press.Testing;

namespace Press.Tests.Html;

public sealed class TexCommandsTests
{
    [Theory]
    [InlineData("$\\href{javascript:x()}{y}$", "href")]
    [InlineData("$$\n\\style{position:fixed}{y}\n$$", "style")]
    [InlineData("$\\def\\a{\\href}\\a{javascript:x()}{y}$", "href")]
    [InlineData("$\\let\\a=\\cssId$", "cssId")]
    [InlineData("$\\csname href\\endcsname{x}{y}$", "csname")]
    [InlineData("$\\require{html}$", "require")]
    [InlineData("$\\bbox[position:fixed]{x}$ $\\mmlToken{mi}[href='x']{y}$", "bbox")]
    [InlineData("$x$ \\\\(\\url{x}\\\\)", "url")]
    [InlineData("$x$ <p>\\(\\hr<wbr>ef{x}{y}\\)</p>", "href")]
    [InlineData("$x$ <p>\\(\\hre&#102;{x}{y}\\)</p>", "href")]
    [InlineData("$x$ <p>\\(&#92;includegraphics{x}\\)</p>", "includegraphics")]
    public void A_command_that_links_or_places_stays_text(string markdown, string command)
    {
        var site = Publish(markdown);
        Assert.Single(site.Diagnostics, found => found.Rule.Code == "MD005");
        Assert.Contains($"<code>\\{command}</code>", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.Equal(site.Posts["/a.html"].Html, TexCommands.Disarm(site.Posts["/a.html"].Html, out var taken));
        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("$\\frac{a}{b} \\text{data} \\hrefs \\ref{x}$")]
    [InlineData("$x$ `\\href`\n\n```\n\\href{x}\n```\n")]
    [InlineData("$x$ <span title=\"\\href\">y</span>")]
    public void All_other_TeX_is_as_it_was(string markdown)
    {
        var site = Publish(markdown);
        Assert.Empty(site.Diagnostics);
        var options = new BodyOptions(
            "<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings()), TrustsHtml: false);
        Assert.Equal(PostMarkdown.Render(markdown + "\n", options, new DiagnosticBag("a.md"))!.Html, site.Posts["/a.html"].Html);
    }

    [Fact]
    public void A_title_that_the_renderer_would_read_is_disarmed_on_the_page()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nurl: https://b.example\nmath_renderer: /m.js\n"
                + "-- 2025-01-01-a.md --\n---\ntitle: '\\(\\href{javascript:x()}{y}\\)'\n---\n$x$\n");
        Assert.Contains("<h1>\\(<code>\\href</code>{javascript:x()}{y}\\)</h1>", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("<title>\\(\\href{", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_warning_says_where() =>
        Assert.Equal(new TextPosition(7, 8), Assert.Single(Publish("text\n\nsee $a \\class{x}{y}$").Diagnostics).Position);

    private static Publication Publish(string markdown) =>
        SiteText.Publish(
            "-- _config.yml --\nurl: https://b.example\nmath_renderer: https://cdn.example/tex.js\n"
                + $"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n\n{markdown}\n");
}
