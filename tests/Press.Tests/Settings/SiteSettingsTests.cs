using System.Text;
using Press.Testing;

namespace Press.Tests.Settings;

/// <summary>The settings that are the site's own, as its pages show them.</summary>
public sealed class SiteSettingsTests
{
    private const string Posts = """

        -- _posts/2025-01-01-a.md --
        Text.
        -- _posts/2025-01-02-b.md --
        ---
        lang: ko
        comments: false
        ---
        본문.
        -- about.md --
        ---
        title: About
        ---
        Page.
        """;

    [Fact]
    public void Title_and_description_may_be_others_in_each_language()
    {
        var site = Publish("url: https://e.com\ntitle: { en: A blog, ko: 블로그 }\ndescription:\n  ko: 설명\n  en: Words\nmenu: []");
        Assert.Empty(site.Diagnostics);
        Assert.Contains("<a class=\"name\" href=\"/\">A blog</a>", Text(site, "a.html"), StringComparison.Ordinal);
        Assert.Contains("<a class=\"name\" href=\"/ko/\">블로그</a>", Text(site, "ko/b.html"), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"description\" content=\"설명\">", Text(site, "ko/index.html"), StringComparison.Ordinal);
        Assert.Contains("<title type=\"text\">A blog</title>", Text(site, "feed.xml"), StringComparison.Ordinal);
        Assert.Contains("<title type=\"text\">블로그</title>", Text(site, "feed.ko.xml"), StringComparison.Ordinal);
        Assert.Contains("A blog (English)", Text(site, "feed.en.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", "가")]
    [InlineData("ko-KR", "가")]
    [InlineData("pt-BR", "b")]
    [InlineData("fr", "a")]
    public void A_language_without_a_text_has_that_of_the_site(string language, string expected) =>
        Assert.Equal(expected, new LocalText([new("ko", "가"), new("pt-BR", "b"), new("en", "a")]).In(language, "en"));

    [Fact]
    public void A_menu_stands_in_the_place_of_pages_and_archive()
    {
        Assert.Contains(
            "<a href=\"/about.html\">About</a>\n<a href=\"/archive.html\">",
            Text(Publish("url: https://e.com"), "a.html"),
            StringComparison.Ordinal);

        var site = Publish("""
            url: https://e.com
            baseurl: /blog
            menu:
              - { title: { en: "Tags & more", ko: 태그 }, url: { en: /tags/tea/?a=b#c, ko: /태그/ } }
              - title: Code
                url: https://code.example.com/me
            """);
        Assert.Empty(site.Diagnostics);
        Assert.Contains(
            "<nav>\n<a href=\"/blog/tags/tea/?a=b#c\">Tags &amp; more</a>\n"
                + "<a href=\"https://code.example.com/me\">Code</a>\n<a href=\"/blog/search.html\">",
            Text(site, "a.html"),
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"/blog/%ED%83%9C%EA%B7%B8/\">태그</a>", Text(site, "ko/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_anybody_is_loaded_unless_a_setting_says_so()
    {
        var site = Publish("url: https://e.com\ngiscus: { repo: a/b }\nplausible: { domain: e.com }");
        var page = Text(site, "a.html");
        Assert.Contains("script-src 'self'; style-src 'self'; ", page, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'; ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("giscus", page, StringComparison.Ordinal);
        Assert.DoesNotContain("plausible", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_of_the_settings_are_let_in_by_the_policy_of_every_page()
    {
        var site = Publish(
            "url: https://e.com\ncontent_security_policy:\n  script-src: [https://a.example.com/, "
                + "\"*.b.example.com\"]\n  frame-src: c.example.com\n  connect-src: [a.example.com]\n"
                + "  style-src: [a.example.com:8443]");
        Assert.Empty(site.Diagnostics);
        foreach (var page in new[] { "a.html", "index.html", "404.html" })
        {
            var html = Text(site, page);
            Assert.Contains("script-src 'self' https://a.example.com https://*.b.example.com;", html, StringComparison.Ordinal);
            Assert.Contains("https://www.youtube.com https://c.example.com;", html, StringComparison.Ordinal);
            Assert.Contains("connect-src 'self' https://a.example.com;", html, StringComparison.Ordinal);
            Assert.Contains("style-src 'self' https://a.example.com:8443;", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "comments: giscus\ngiscus: { repo: a/b, repo_id: R1, category: C, category_id: D1 }",
        "<script src=\"https://giscus.app/client.js\" data-repo=\"a/b\" data-repo-id=\"R1\"",
        "script-src 'self' https://giscus.app; style-src 'self' https://giscus.app;")]
    [InlineData(
        "comments: utterances\nutterances: { repo: a/b, label: 댓글 }",
        "<script src=\"https://utteranc.es/client.js\" repo=\"a/b\" issue-term=\"pathname\"",
        "script-src 'self' https://utteranc.es; style-src 'self' 'unsafe-inline';")]
    [InlineData(
        "analytics: plausible",
        "<script src=\"https://plausible.io/js/script.js\" data-domain=\"e.com\" defer></script>",
        "connect-src 'self' https://plausible.io;")]
    [InlineData(
        "analytics: plausible\nplausible: { domain: x.com, host: \"https://s.x.com/\" }",
        "<script src=\"https://s.x.com/js/script.js\" data-domain=\"x.com\"",
        "script-src 'self' https://s.x.com;")]
    [InlineData(
        "analytics: plausible\nplausible: { script: \"https://plausible.io/js/pa-x.js\" }",
        "<script>(window.plausible=window.plausible||{}).o={}</script><script src=\"https://plausible.io/js/pa-x.js\" async></script>",
        "script-src 'self' https://plausible.io 'sha256-DzVnLPA8+7/df5No0oAZskmcvPhiT+bcaTSERLT4x7A=';")]
    [InlineData(
        "analytics: goatcounter\ngoatcounter: { code: me }",
        "<script src=\"https://gc.zgo.at/count.js\" data-goatcounter=\"https://me.goatcounter.com/count\" async>",
        "connect-src 'self' https://me.goatcounter.com;")]
    [InlineData(
        "analytics: goatcounter\ngoatcounter: { host: https://s.x.com }",
        "<script src=\"https://s.x.com/count.js\" data-goatcounter=\"https://s.x.com/count\"",
        "connect-src 'self' https://s.x.com;")]
    [InlineData(
        "analytics: umami\numami: { website_id: w-1 }",
        "<script src=\"https://cloud.umami.is/script.js\" data-website-id=\"w-1\" data-domains=\"e.com\" defer>",
        "connect-src 'self' https://*.umami.is https://*.umami.dev;")]
    [InlineData(
        "analytics: umami\numami: { website_id: w-1, host: https://s.x.com }",
        "<script src=\"https://s.x.com/script.js\"",
        "connect-src 'self' https://s.x.com;")]
    public void A_service_has_its_script_and_the_policy_lets_it_in(string settings, string script, string policy)
    {
        var site = Publish($"url: https://e.com\n{settings}");
        Assert.Empty(site.Diagnostics);
        var page = Text(site, "a.html");
        Assert.Contains(script, page, StringComparison.Ordinal);
        Assert.Contains(policy, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_stand_below_posts_alone_and_in_the_language_of_each()
    {
        var site = Publish("url: https://e.com\ncomments: giscus\ngiscus: { repo: a/b, repo_id: R1, category: C, category_id: D1 }");
        Assert.Contains("data-lang=\"en\"></script></div>", Text(site, "a.html"), StringComparison.Ordinal);
        foreach (var page in new[] { "about.html", "index.html", "ko/b.html", "404.html" })
            Assert.DoesNotContain("giscus", Text(site, page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", "ko")]
    [InlineData("pt-BR", "pt")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("zh-TW", "zh-TW")]
    [InlineData("zh", "zh-CN")]
    [InlineData("el", "gr")]
    [InlineData("sr-Latn-RS", "hbs")]
    [InlineData("fi", "en")]
    public void Comments_are_asked_for_in_a_language_that_the_service_has(string language, string name)
    {
        var site = Publish(
            $"url: https://e.com\nlang: {language}\n"
            + "comments: giscus\ngiscus: { repo: a/b, repo_id: R1, category: C, category_id: D1 }");
        Assert.Contains($"data-lang=\"{name}\"></script></div>", Text(site, "a.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: { 한국어: A }", "'한국어' is no language")]
    [InlineData("menu: about", "'menu' is 'about'")]
    [InlineData("menu: [about]", "'menu' is a list")]
    [InlineData("menu: [{ title: A }]", "needs a 'title' and a 'url'")]
    [InlineData("menu: [{ title: A, url: \"javascript:alert(1)\" }]", "needs a 'title' and a 'url'")]
    [InlineData("menu: [{ title: A, url: //e.com }]", "needs a 'title' and a 'url'")]
    [InlineData("content_security_policy: off", "'content_security_policy' is 'off'")]
    [InlineData("content_security_policy: { default-src: [a.com] }", "'default-src' cannot be set here")]
    [InlineData("content_security_policy: { script-src: [\"*\"] }", "'script-src' cannot hold '*'")]
    [InlineData("content_security_policy: { script-src: [\"'unsafe-inline'\"] }", "cannot hold ''unsafe-inline''")]
    [InlineData("content_security_policy: { script-src: [\"a.com; frame-src *\"] }", "cannot hold")]
    [InlineData("content_security_policy: { script-src: [\"http://a.com\"] }", "cannot hold")]
    [InlineData("content_security_policy: { script-src: [\"data:\"] }", "cannot hold")]
    [InlineData("comments: disqus", "'comments' cannot be 'disqus'. It names a service: giscus, utterances.")]
    [InlineData("comments: giscus", "'giscus' has no 'repo'")]
    [InlineData("comments: utterances\nutterances: a/b", "'utterances' has no 'repo'")]
    [InlineData("analytics: { provider: google }", "'analytics' cannot be a mapping")]
    [InlineData("analytics: goatcounter", "'goatcounter' has no 'code'")]
    [InlineData("analytics: goatcounter\ngoatcounter: { code: \"me.com/?\" }", "'code' of 'goatcounter' cannot be")]
    [InlineData("analytics: umami\numami: { website_id: x, host: \"http://s.x.com\" }", "'host' of 'umami' cannot be")]
    [InlineData(
        "analytics: plausible\nplausible: { script: pa-x }",
        "'script' of 'plausible' cannot be 'pa-x'. It is the URL in your snippet")]
    public void What_is_wrong_is_said_and_nothing_is_loaded(string settings, string message)
    {
        var site = Publish($"url: https://e.com\n{settings}");
        var fault = Assert.Single(site.Diagnostics);
        Assert.Equal(DiagnosticRules.BadSetting, fault.Rule);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'; style-src 'self'; ", Text(site, "a.html"), StringComparison.Ordinal);
        // A site of Jekyll has had these keys for something else.
        if (!settings.StartsWith("title", StringComparison.Ordinal) && settings.StartsWith("menu", StringComparison.Ordinal))
            Assert.Empty(
                Publish($"url: https://e.com\nplugins: []\n{settings}")
                    .Diagnostics.Where(found => found.Rule == DiagnosticRules.BadSetting));
    }

    [Theory]
    [InlineData("comments: { provider: disqus }")]
    [InlineData("comments: true\nanalytics: { google: { id: x } }")]
    public void What_a_site_of_Jekyll_says_to_its_theme_is_no_fault(string settings)
    {
        var site = Publish($"url: https://e.com\nplugins: []\n{settings}");
        Assert.DoesNotContain(site.Diagnostics, found => found.Rule == DiagnosticRules.BadSetting);
    }

    [Theory]
    [InlineData("config.yml", "config.yml")]
    [InlineData("_config.yaml", "_config.yaml")]
    [InlineData("_Config.yml", "_Config.yml")]
    [InlineData("_config.yml.txt", "_config.yml.txt")]
    [InlineData("other.yml", "_config.yml")]
    [InlineData("sub/_config.yml", "_config.yml")]
    public async Task A_site_without_settings_is_told_so(string name, string file)
    {
        var store = new MemoryStore();
        var site = new LocalSite(new SourceInventory(store), state: null, TimeProvider.System);
        await WriteAsync(store, name);
        Assert.Empty((await site.ReadAsync(null, TestContext.Current.CancellationToken)).SourceDiagnostics.Where(IsIt));

        await WriteAsync(store, "a.md");
        Assert.Equal(file, (await site.ReadAsync(null, TestContext.Current.CancellationToken)).SourceDiagnostics.Single(IsIt).File);
        await WriteAsync(store, "_config.yml");
        Assert.Empty((await site.ReadAsync(null, TestContext.Current.CancellationToken)).SourceDiagnostics.Where(IsIt));

        static bool IsIt(Diagnostic found) => found.Rule == DiagnosticRules.NoSettings;
    }

    private static Task<string?> WriteAsync(MemoryStore store, string name) => store.WriteAsync(
        name, new StoreContent("title: x"u8.ToArray(), "text/plain"), WriteCondition.Always, TestContext.Current.CancellationToken);

    private static Publication Publish(string settings) => SiteText.Publish($"-- _config.yml --\n{settings}{Posts}");

    private static string Text(Publication site, string file) => Encoding.UTF8.GetString(site.Files[file].Content.Bytes.Span);
}
