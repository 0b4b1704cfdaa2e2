using Press.Testing;

namespace Press.Tests.Markdown;

public sealed class FormulasTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>")]
    [InlineData("x^10", "<mrow><msup><mi>x</mi><mn>1</mn></msup><mn>0</mn></mrow>")]
    [InlineData("f''", "<msup><mi>f</mi><mo lspace=\"0\" rspace=\"0\">″</mo></msup>")]
    [InlineData("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData("a \\over b", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData("\\alpha \\leq 3.14", "<mrow><mi>α</mi><mo>≤</mo><mn>3.14</mn></mrow>")]
    [InlineData("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>")]
    [InlineData("-x", "<mrow><mo form=\"prefix\" lspace=\"0\" rspace=\"0\">−</mo><mi>x</mi></mrow>")]
    [InlineData("\\sin x", "<mrow><mi>sin</mi><mspace width=\"0.1667em\"></mspace><mi>x</mi></mrow>")]
    [InlineData("\\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData("\\mathcal L", "<mi>ℒ</mi>")]
    [InlineData("\\boldsymbol{\\Sigma w}", "<mrow><mi>𝚺</mi><mi>𝒘</mi></mrow>")]
    [InlineData("\\mathrm{softmax}", "<mi>softmax</mi>")]
    [InlineData("\\text{if } x", "<mrow><mtext>if\u00A0</mtext><mi>x</mi></mrow>")]
    [InlineData("x_{손실}", "<msub><mi>x</mi><mtext>손실</mtext></msub>")]
    [InlineData("\\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData("\\not=", "<mo>≠</mo>")]
    [InlineData("\\color{red}{x}y", "<mrow><mstyle mathcolor=\"red\"><mi>x</mi></mstyle><mi>y</mi></mrow>")]
    [InlineData(
        "\\begin{matrix}a&b\\\\c&d\\end{matrix}",
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>")]
    public void TeX_becomes_MathML(string tex, string row) =>
        Assert.Equal(
            $"<p><math><semantics>{row}<annotation encoding=\"application/x-tex\">"
                + $"{tex.Replace("&", "&amp;").Replace("<", "&lt;")}</annotation></semantics></math></p>\n",
            Html($"${tex}$"));

    [Fact]
    public void A_formula_that_stands_alone_has_its_limits_below_and_above()
    {
        Assert.Contains("<munder><mi>lim</mi>", Html("$$\n\\lim_{n} x\n$$"), StringComparison.Ordinal);
        Assert.Contains("<msub><mi>lim</mi>", Html("$\\lim_{n} x$"), StringComparison.Ordinal);
        Assert.StartsWith("<div class=\"math\"><math display=\"block\">", Html("$$\nx\n$$"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_grows_with_what_it_encloses() =>
        Assert.Contains(
            "<mrow><mo fence=\"true\" form=\"prefix\" stretchy=\"true\">(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac>"
                + "<mo fence=\"true\" form=\"postfix\" stretchy=\"true\">]</mo></mrow>",
            Html("$\\left( \\frac ab \\right]$"),
            StringComparison.Ordinal);

    [Fact]
    public void Lines_are_aligned_where_their_author_says()
    {
        var html = Html("$$\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n$$");
        Assert.Contains(
            "<mtable class=\"tex-aligned\" displaystyle=\"true\"><mtr><mtd columnalign=\"right\"><mi>a</mi></mtd>"
                + "<mtd columnalign=\"left\">",
            html,
            StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<mtr>").Length - 1);
    }

    [Fact]
    public void What_one_formula_defines_those_behind_it_know()
    {
        var html = Html(
            "$\\newcommand{\\R}{\\mathbb{R}}\\newcommand{\\sq}[2][n]{#2^{#1}}$ $\\R$ $\\sq{x}$ $\\sq[3]{y}$ $\\def\\a#1{#1+#1}\\a z$");
        Assert.Contains("<mi>ℝ</mi>", html, StringComparison.Ordinal);
        Assert.Contains("<msup><mi>x</mi><mi>n</mi></msup>", html, StringComparison.Ordinal);
        Assert.Contains("<msup><mi>y</mi><mn>3</mn></msup>", html, StringComparison.Ordinal);
        Assert.Contains("<mrow><mi>z</mi><mo>+</mo><mi>z</mi></mrow>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text\n\n$a + \\nosuch{b}$", 7, 6, "'\\nosuch' is not known")]
    [InlineData("a\nb $\\frac{a}$", 6, 3, "an argument is missing")]
    [InlineData("$x_{a$", 5, 4, "'{' is not closed")]
    [InlineData("> $a \\right)$", 5, 6, "'\\right' has no beginning")]
    [InlineData("$\\begin{foo}x\\end{foo}$", 5, 2, "the environment 'foo' is not known")]
    [InlineData("$a & b$", 5, 4, "'&' stands outside of a table")]
    [InlineData("$x_a_b$", 5, 5, "a second '_'")]
    [InlineData("$\\href{javascript:x()}{y}$", 5, 2, "'\\href' is not known")]
    [InlineData("$\\color{red\" onclick=\"x}y$", 5, 8, "is not a colour")]
    [InlineData("$\\def\\a{\\a\\a}\\a$", 5, 14, "macros make too much")]
    public void TeX_that_is_not_known_stays_readable_and_is_reported(string markdown, int line, int column, string message)
    {
        var site = Publish(markdown);
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal("MD015", found.Rule.Code);
        Assert.Equal(new TextPosition(line, column), found.Position);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.Contains("<code class=\"tex\">", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<math", site.Posts["/a.html"].Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<math><mi href=\"javascript:x()\">y</mi></math>")]
    [InlineData("<div>\n\n<math><annotation-xml encoding=\"text/html\"><img src=x onerror=x()></annotation-xml></math>\n\n</div>")]
    public void MathML_that_an_author_writes_is_taken_out(string markdown)
    {
        var html = Html(markdown);
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<mi", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_beside_raw_HTML_passes_the_sanitiser() =>
        Assert.Contains("<b>a</b> <math><semantics><mi>x</mi>", Html("<b>a</b> $x$ <script>x()</script>"), StringComparison.Ordinal);

    [Fact]
    public void A_formula_that_raw_HTML_puts_into_an_attribute_stays_TeX_there()
    {
        var html = Html("<div title=\"\n\n$x\\text{ onmouseover=x() }$\n\n<p class=\"a\">y</p></div>");
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
        Assert.Contains("x\\text{ onmouseover=x() }", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_picture_holds_TeX() =>
        Assert.Contains("alt=\"x^2\"", Html("![$x^2$](a.png)"), StringComparison.Ordinal);

    [Fact]
    public void A_script_that_shows_TeX_finds_it_as_it_was() =>
        Assert.Equal("<p>\\(x\\)</p>\n", SiteText.Publish(Site("math_renderer: /m.js\n", "$x$")).Posts["/a.html"].Html);

    [Fact]
    public void Feeds_hold_MathML()
    {
        var site = SiteText.Publish(Site("", "$x$"));
        Assert.Contains(
            "<math>",
            site.File("feed.xml").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("\\frac{", "}{}")]
    [InlineData("\\left(", "\\right)")]
    [InlineData("x^{", "}")]
    [InlineData("\\text{$", "$}")]
    [InlineData("\\begin{matrix}", "\\end{matrix}")]
    public void Depth_is_bounded(string open, string close)
    {
        var tex = string.Concat(Enumerable.Repeat(open, 5_000)) + "x" + string.Concat(Enumerable.Repeat(close, 5_000));
        Assert.Contains(Publish($"$${tex}$$").Diagnostics, found => found.Rule.Code == "MD015");
    }

    [Theory]
    [InlineData("x^{a}")]
    [InlineData("\\frac{a}{b}")]
    [InlineData("\\text{a $b$}")]
    [InlineData("\\left(a\\right)")]
    [InlineData("\\a{a}")]
    [InlineData("a & b \\\\")]
    public void The_cost_grows_as_the_formula(string part)
    {
        Cost(part, 100);
        var (few, many) = (Cost(part, 200), Cost(part, 2_000));
        Assert.InRange(many, 0, 20 * few);
    }

    private static long Cost(string part, int times)
    {
        var macros = new TexMacros(100_000);
        TexParser.Parse("\\newcommand{\\a}[1]{#1}", isDisplay: false, macros);
        var tex = "\\begin{matrix}" + string.Concat(Enumerable.Repeat(part, times)) + "\\end{matrix}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        TexParser.Parse(tex, isDisplay: false, macros);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Html(string markdown) => Publish(markdown).Posts["/a.html"].Html;

    private static Publication Publish(string markdown) => SiteText.Publish(Site("", markdown));

    private static string Site(string settings, string markdown) =>
        $"-- _config.yml --\nurl: https://b.example\n{settings}-- 2025-01-01-a.md --\n---\ntitle: A\n---\n\n{markdown}\n";
}
