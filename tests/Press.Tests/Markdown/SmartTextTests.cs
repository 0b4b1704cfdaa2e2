using Press.Testing;

namespace Press.Tests;

public sealed class SmartTextTests
{
    [Theory]
    [InlineData("\"Quoted\" and 'quoted'", "“Quoted” and ‘quoted’")]
    [InlineData("don't, the '80s, O'Reilly's", "don’t, the ’80s, O’Reilly’s")]
    [InlineData("\"'Quoted' words\"", "“‘Quoted’ words”")]
    [InlineData("a -- b --- c...", "a – b — c…")]
    [InlineData("<< a >> <<1>>", "« a » «1»")]
    [InlineData("a \"\"empty\"\" b, 빈 문자열 \"\"와 \"\" 사이", "a ““empty”” b, 빈 문자열 ““와 “” 사이")]
    [InlineData("**\"인용\"**은 '말'이다", "“인용”은 ‘말’이다")]
    [InlineData("\\\"straight\\\" \\'x\\'", "\"straight\" 'x'")]
    [InlineData("`\"code\" --` <kbd>\"k\"</kbd>", "\"code\" -- \"k\"")]
    public void Prose_is_set_as_kramdown_sets_it(string markdown, string text) =>
        Assert.Equal(text, Text("plugins: [jekyll-feed]", markdown));

    [Theory]
    [InlineData("", "\"a\" -- b")]
    [InlineData("theme: minima", "“a” – b")]
    [InlineData("compatibility: jekyll", "“a” – b")]
    [InlineData("theme: minima\nsmart_quotes: false", "\"a\" -- b")]
    [InlineData("smart_quotes: true", "“a” – b")]
    [InlineData("kramdown:\n  smart_quotes: apos,apos,quot,quot", "\"a\" -- b")]
    public void Quotes_are_curly_on_a_Jekyll_site_or_by_the_setting(string config, string text) =>
        Assert.Equal(text, Text(config, "\"a\" -- b"));

    [Fact]
    public void Many_quotes_cost_what_they_weigh()
    {
        var once = Allocated(2_000);
        var tenTimes = Allocated(20_000);
        Assert.InRange(tenTimes, 0, 15 * once);
    }

    private static long Allocated(int times)
    {
        var document = Markdig.Markdown.Parse(string.Concat(Enumerable.Repeat("\"a\" -- ", times)), PostPipeline.Instance);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SmartText.Apply(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(string config, string markdown) =>
        SiteText.Publish(
            $"-- _config.yml --\ntitle: T\nlang: ko\npermalink: /:slug.html\nurl: https://blog.example.com\n{config}\n"
                + $"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n").Posts["/a.html"].Excerpt;
}
