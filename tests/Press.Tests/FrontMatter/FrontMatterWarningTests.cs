using Press.Testing;

namespace Press.Tests;

public sealed class FrontMatterWarningTests
{
    [Theory]
    [InlineData(
        "title: C# #1",
        "FM014 (2,8) YAML takes '#1' for a comment, so 'title' is only 'C#'. Put the value in quotes: title: \"C# #1\".")]
    [InlineData(
        "title: 이슈 #1 정리",
        "FM014 (2,8) YAML takes '#1 정리' for a comment, so 'title' is only '이슈'. Put the value in quotes: title: \"이슈 #1 정리\".")]
    [InlineData("tags: #하나 #둘", "FM014 (2,1) YAML takes '#하나 #둘' for a comment, so 'tags' is empty. Leave the hash out: tags: [하나, 둘].")]
    [InlineData("tags:\n  - #하나\n  - 둘", "FM014 (3,4) YAML takes '#하나' for a comment, so 'tags' is empty. Leave the hash out: - 하나.")]
    [InlineData(
        "color: #fff",
        "FM014 (2,1) YAML takes '#fff' for a comment, so 'color' is empty. Put the value in quotes: color: \"#fff\".")]
    [InlineData(
        "title: !important x",
        "FM014 (2,8) YAML takes '!important' for a tag, so 'title' is only 'x'. Put the value in quotes: title: \"!important x\".")]
    [InlineData(
        "title: &ref 란",
        "FM014 (2,8) YAML takes '&ref' for an anchor, so 'title' is only '란'. Put the value in quotes: title: \"&ref 란\".")]
    [InlineData("title: x # a comment", "")]
    [InlineData("title: x#1", "")]
    [InlineData("title: \"x #1\"", "")]
    [InlineData("toc: true #false", "")]
    [InlineData("layout: post #default", "")]
    [InlineData("date: 2025-01-01 #published", "")]
    [InlineData("tags: # none yet", "")]
    [InlineData("title: !!str x", "")]
    [InlineData("title: &t x\nsubtitle: *t", "")]
    public void Values_of_which_YAML_reads_less_than_is_written_are_told_of(string yaml, string told) =>
        Assert.Equal(told, Told("2025-01-01-a.md", yaml));

    [Theory]
    [InlineData("lang: kr", "ko")]
    [InlineData("lang: jp", "ja")]
    [InlineData("lang: cn", "zh-CN")]
    [InlineData("lang: Korean", "ko")]
    [InlineData("lang: 한국어", "ko")]
    [InlineData("lang: kor", "ko")]
    public void A_language_by_another_name_is_read_as_what_it_means_and_told_of(string yaml, string tag)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{yaml}\n---\n글\n");
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal(("FM017", new TextPosition(2, 7)), (found.Rule.Code, found.Position));
        Assert.Contains($"Did you mean '{tag}'?", found.Message, StringComparison.Ordinal);
        Assert.Equal(tag, Assert.Single(site.Catalog.Entries).Lang);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("ko_KR")]
    [InlineData("KO")]
    [InlineData("zh-Hant-TW")]
    public void A_tag_of_a_language_is_none_of_these(string tag) =>
        Assert.Empty(SiteText.Publish($"-- 2025-01-01-a.md --\n---\nlang: {tag}\n---\n글\n").Diagnostics);

    [Fact]
    public void The_site_s_own_language_is_read_likewise()
    {
        var site = SiteText.Publish("-- _config.yml --\nurl: https://example.com\nlang: kr\n-- 2025-01-01-a.md --\n글\n");
        Assert.Equal("_config.yml(2,7): warning FM017", site.Diagnostics.Single().ToString().Split(": '")[0]);
        Assert.Equal("ko", site.Catalog.DefaultLanguage);
    }

    [Theory]
    [InlineData(
        "_posts/2025-02-30-x.md",
        "title: x",
        "FM015 (1,1) '2025-02-30', with which the file's name begins, is not a date, so the day of the upload counts. "
            + "Give the file another name.")]
    [InlineData(
        "_posts/2025-02-30-x.md",
        "date: 2025-02-28",
        "FM015 (1,1) '2025-02-30', with which the file's name begins, is not a date. Give the file another name.")]
    [InlineData(
        "_posts/x.md",
        "title: x",
        "FM016 (1,1) the post has no date, so the day of the upload counts. "
            + "Write 'date: 2025-03-24', or begin the file's name with '2025-03-24-'.")]
    [InlineData(
        "x.md",
        "layout: post",
        "FM016 (1,1) the post has no date, so the day of the upload counts. "
            + "Write 'date: 2025-03-24', or begin the file's name with '2025-03-24-'.")]
    [InlineData("_posts/x.md", "pubDate: 2025-02-28", "")]
    [InlineData("a.md", "redirect_to: https://example.com", "")]
    [InlineData("_posts/2025-2-3-x.md", "title: x", "")]
    [InlineData("_posts/2025-02-03.md", "title: x", "")]
    [InlineData("about.md", "title: x", "")]
    public void A_post_without_a_date_is_told_of(string name, string yaml, string told) => Assert.Equal(told, Told(name, yaml));

    [Fact]
    public void Another_tool_s_date_of_publication_is_the_date_of_a_post_that_has_none() =>
        Assert.Equal(
            new DateTimeOffset(2025, 2, 28, 0, 0, 0, TimeSpan.Zero),
            SiteText.Publish("-- _posts/x.md --\n---\npubDate: 2025-02-28\n---\n").Catalog.Entries.Single().Date);

    [Theory]
    [InlineData("author: 홍길동", "홍길동")]
    [InlineData("author:\n  name: 홍길동\n  email: a@example.com", "홍길동")]
    [InlineData("author: [홍길동, 김철수]", "홍길동, 김철수")]
    [InlineData("author:\n  - name: 홍길동\n  - name: 김철수", "홍길동, 김철수")]
    [InlineData("authors: [홍길동]", "홍길동")]
    [InlineData("author:\n  email: a@example.com", null)]
    public void Authors_are_names_mappings_and_lists(string yaml, string? author)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{yaml}\n---\n글\n");
        Assert.Empty(site.Diagnostics);
        Assert.Equal(author, site.Catalog.Entries.Single().Author);
    }

    [Theory]
    [InlineData("sitemap:\n  priority: 1.0")]
    [InlineData("toc:\n  sidebar: left")]
    [InlineData("math: katex")]
    public void Options_of_a_theme_under_a_switch_mean_yes(string yaml)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{yaml}\n---\n글\n");
        Assert.Empty(site.Diagnostics);
        Assert.Single(site.Catalog.Entries);
    }

    [Fact]
    public void A_key_that_is_passed_over_is_told_of()
    {
        Assert.Equal(
            "FM019 (3,8) 'tags' is passed over, since 'tag' is written too. Put all names into 'tags', and delete 'tag'.",
            Told("2025-01-01-a.md", "tag: one\ntags: [two]"));
        Assert.Equal(
            "FM018 (2,11) 'a-b' and 'a b' have one page, a-b.html, and so are one name. Delete one, or write another word.",
            Told("2025-01-01-a.md", "tags: [a b, a-b]").Replace("(2,13)", "(2,11)", StringComparison.Ordinal));
    }

    private static string Told(string name, string yaml) => string.Join(
        ' ',
        SiteText.Publish($"-- {name} --\n---\n{yaml}\n---\n글\n").Diagnostics.Select(
            found => $"{found.Rule.Code} ({found.Position.Line},{found.Position.Column}) {found.Message}"));
}
