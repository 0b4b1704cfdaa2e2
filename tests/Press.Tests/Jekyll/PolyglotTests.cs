using System.Text;
using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests.Jekyll;

/// <summary>
/// A site in two languages as its author wrote it for jekyll-polyglot, with the post that Press must serve well. What is expected was
/// printed by polyglot itself (Jekyll 4.3.1), but for one link: polyglot's leads to a page that it does not make.
/// </summary>
public sealed partial class PolyglotTests
{
    private const string Layout = """
        <html lang="{{ page.lang }}"><head>{% i18n_headers %}</head><body><nav><a href="/">home</a> <a href="/about/">about</a>
        <a href="/assets/a.css">css</a> <a {% static_href %}href="/about/"{% endstatic_href %}>{{ site.active_lang }}</a></nav>
        <main>{{ content }}</main></body></html>
        """;

    private static readonly Publication Published = SiteText.PublisherAt(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero))
        .Publish(Sources());

    [Fact]
    public void Every_page_is_where_polyglot_puts_it() => Assert.Equal(
        [
            "2025/03/24/nvidia-gtc-2025.html", "2025/03/26/hello.html", "about/index.html", "assets/a.css",
            "en/2025/03/25/gtc-summary.html", "en/2025/03/26/hello.html", "en/about/index.html",
        ],
        Published.Files.Keys.Where(
            name => name.Contains("2025/", StringComparison.Ordinal) || name.Contains("about", StringComparison.Ordinal)
            || name is "assets/a.css"));

    [Theory]
    [InlineData(
        "2025/03/24/nvidia-gtc-2025.html",
        "/2025/03/24/nvidia-gtc-2025.html",
        "/en/2025/03/25/gtc-summary.html",
        "/2025/03/24/nvidia-gtc-2025.html")]
    [InlineData(
        "en/2025/03/25/gtc-summary.html",
        "/en/2025/03/25/gtc-summary.html",
        "/en/2025/03/25/gtc-summary.html",
        "/2025/03/24/nvidia-gtc-2025.html")]
    [InlineData("2025/03/26/hello.html", "/2025/03/26/hello.html", "/en/2025/03/26/hello.html", "/2025/03/26/hello.html")]
    [InlineData("en/2025/03/26/hello.html", "/en/2025/03/26/hello.html", "/en/2025/03/26/hello.html", "/2025/03/26/hello.html")]
    [InlineData("about/index.html", "/about/", "/en/about/", "/about/")]
    [InlineData("en/about/index.html", "/en/about/", "/en/about/", "/about/")]
    public void The_head_names_the_versions_that_polyglot_names(string file, string canonical, string english, string korean)
    {
        var links = HeadLink().Matches(Text(file)).Select(link => (link.Groups["lang"].Value, link.Groups["url"].Value)).ToHashSet();
        Assert.Equal(
            new HashSet<(string, string)>
            {
                ("", "https://example.com" + canonical),
                ("en", "https://example.com" + english),
                ("ko", "https://example.com" + korean),
                ("x-default", "https://example.com" + korean),
            },
            links);
    }

    [Theory]
    [InlineData("2025/03/26/hello.html", "/ /about/ /assets/a.css /about/ /2025/03/24/nvidia-gtc-2025.html https://example.com/about/")]
    [InlineData("about/index.html", "/ /about/ /assets/a.css /about/ /2025/03/26/hello.html")]
    [InlineData(
        "en/2025/03/25/gtc-summary.html",
        "/en/ /en/about/ /assets/a.css /about/ /en/2025/03/26/hello.html /en/about/ /assets/a.css")]
    [InlineData("en/about/index.html", "/en/ /en/about/ /assets/a.css /about/ /en/2025/03/26/hello.html")]
    // polyglot's is /en/2025/03/24/nvidia-gtc-2025.html, where nothing is.
    [InlineData("en/2025/03/26/hello.html", "/en/ /en/about/ /assets/a.css /about/ /en/2025/03/25/gtc-summary.html")]
    public void Links_lead_to_the_version_in_the_language_of_the_page(string file, string links) =>
        Assert.Equal(links, string.Join(' ', Link().Matches(Text(file)).Select(link => link.Groups["url"].Value)));

    [Fact]
    public void Layouts_see_the_language_that_is_made()
    {
        Assert.Contains(">ko</a>", Text("about/index.html"), StringComparison.Ordinal);
        Assert.Contains(">en</a>", Text("en/about/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("ferh", Text("about/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_page_in_a_language_changes_where_layouts_lead()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        var before = publisher.Publish([.. Sources().Where(source => source.Name != "about.en.md")]);
        Assert.Contains("<a href=\"/about/\">about", Html(before), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/en/about/\">about", Html(publisher.Publish(Sources())), StringComparison.Ordinal);

        static string Html(Publication publication) =>
            Encoding.UTF8.GetString(publication.Files["en/2025/03/26/hello.html"].Content.Bytes.Span);
    }

    private static string Text(string file) => Encoding.UTF8.GetString(Published.Files[file].Content.Bytes.Span);

    private static List<Source> Sources() =>
    [
        SiteText.Source("_config.yml", """
            title: A site
            url: https://example.com
            languages: [ko, en]
            default_lang: ko
            exclude_from_localization: [assets, robots.txt]
            plugins: [jekyll-polyglot]
            permalink: /:year/:month/:day/:title.html
            timezone: Asia/Seoul
            """),
        SiteText.Source("_layouts/post.html", Layout),
        SiteText.Source("_layouts/page.html", Layout),
        SiteText.Source("assets/a.css", "a {}"),
        SiteText.Source("_posts/2025-03-24-nvidia-gtc-2025.md", File.ReadAllText(Repository.RealPost)),
        Page(
            "_posts/2025-03-25-gtc-summary.md",
            "GTC in English",
            "en",
            "nvidia-gtc-2025",
            "",
            "[first](/2025/03/26/hello.html) [about](/about/) [css](/assets/a.css)"),
        Page(
            "_posts/2025-03-26-hello.md",
            "Hello",
            "ko",
            "hello",
            "",
            "[GTC]({% post_url 2025-03-24-nvidia-gtc-2025 %}) [절대](https://example.com/about/)"),
        Page(
            "_posts/2025-03-26-hello-en.md",
            "Hello",
            "en",
            "hello",
            "permalink: /2025/03/26/hello.html\n",
            "[GTC](/2025/03/24/nvidia-gtc-2025.html)"),
        Page("about.md", "소개", "ko", "about", "permalink: /about/\n", "[글](/2025/03/26/hello.html)"),
        Page("about.en.md", "About", "en", "about", "permalink: /about/\n", "[post](/2025/03/26/hello.html)"),
    ];

    private static Source Page(string name, string title, string language, string id, string keys, string text) =>
        SiteText.Source(name, $"---\ntitle: {title}\nlang: {language}\npage_id: {id}\n{keys}---\n{text}\n");

    [GeneratedRegex(
        """<link rel="(canonical|alternate)"( hreflang="(?<lang>[^"]*)")? href="(?<url>[^"]*)">""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadLink();

    [GeneratedRegex("""<a [^>]*?href="(?<url>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
