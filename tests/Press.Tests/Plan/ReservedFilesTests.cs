using Press.Testing;

namespace Press.Tests;

/// <summary>The site's own files are the site's: no author takes one, and whoever wants one is told what stands there.</summary>
public sealed class ReservedFilesTests
{
    private const string Settings = "-- _config.yml --\nurl: https://blog.example.com\nlang: en\npaginate: 1\n";
    private const string Others = "-- b.md --\n---\ntags: [x]\ncategories: [c]\n---\nB\n-- c.md --\n---\ntags: [x]\nlang: ko\n---\nC\n"
        + "-- d.md --\n---\ntags: [x]\n---\nD\n";

    /// <summary>What such a site has, as it is made: a name that is made and not reserved fails the test.</summary>
    public static TheoryData<string> OwnFiles =>
        [.. SiteText.Publish(Settings + Others).Files.Values.Where(file => file.SourceName is null).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(OwnFiles))]
    public void No_post_takes_a_file_of_the_site(string file)
    {
        var before = SiteText.Publish(Settings + Others);
        var site = SiteText.Publish($"{Settings}-- 000.md --\n---\ntitle: T\npermalink: /{file}\n---\nTaken.\n{Others}");
        Assert.Null(site.Files[file].SourceName);
        Assert.DoesNotContain("Taken.", site.File(file), StringComparison.Ordinal);
        Assert.Equal(before.FilesOfSources(), site.FilesOfSources());
        var fault = Assert.Single(site.Diagnostics);
        Assert.Equal(("000.md", "UR002", new TextPosition(3, 1)), (fault.File, fault.Rule.Code, fault.Position));
        Assert.StartsWith($"/{file} is ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Write another 'permalink' here.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-02-01-index.md", "", "/index.html is the home page, which Press makes. Write another 'slug' here.")]
    [InlineData("2024-02-02-search.md", "", "/search.html is the search page, which Press makes. Write another 'slug' here.")]
    [InlineData(
        "2024-02-03-404.md",
        "",
        "/404.html is the page for addresses that do not exist, which Press makes. Write another 'slug' here.")]
    [InlineData("a.md", "permalink: /", "/index.html is the home page, which Press makes. Write another 'permalink' here.")]
    [InlineData("a.md", "permalink: /feed.xml", "/feed.xml is a feed of the site, which Press makes. Write another 'permalink' here.")]
    [InlineData(
        "a.md",
        "permalink: /sitemap-2.xml",
        "/sitemap-2.xml is a part of the site's sitemap, which Press makes. Write another 'permalink' here.")]
    [InlineData(
        "a.md",
        "permalink: /index-2.json",
        "/index-2.json is a part of the site's index of posts, which Press makes. Write another 'permalink' here.")]
    [InlineData(
        "a.md",
        "permalink: /tags/t.html\ntags: [t]",
        "/tags/t.html is the list of posts with 't', which Press makes. Write another 'permalink' here.")]
    [InlineData(
        "a.md",
        "permalink: /assets/icon.svg",
        "/assets/icon.svg is a file of the site's look, which all pages load. Write another 'permalink' here.")]
    public void Whoever_wants_one_is_told_what_stands_there(string name, string keys, string message) =>
        Assert.Equal(message, Assert.Single(SiteText.Publish($"-- {name} --\n---\ntitle: T\n{keys}\n---\nText\n").Diagnostics).Message);

    [Fact]
    public void A_file_that_the_site_would_have_with_a_url_is_reserved_without_one() =>
        Assert.Equal(
            ["UR002", "UR002"],
            SiteText.Publish("-- a.md --\n---\npermalink: /rss.xml\n---\nA\n-- b.md --\n---\npermalink: /sitemap.xml\n---\nB\n")
                .Diagnostics.Select(found => found.Rule.Code));

    [Fact]
    public void A_list_that_is_there_only_because_a_post_lost_its_url_is_the_sites_too()
    {
        // Without the English post the site has no post in its own language, and lists the tags of all others in its place.
        var site = SiteText.Publish(
            "-- _config.yml --\nlang: en\nurl: https://x.example\n-- a.md --\n---\npermalink: /archive.html\n---\nA\n"
                + "-- b.md --\n---\nlang: ko\ntags: [x]\n---\nB\n-- pic.md --\n---\nlang: ko\npermalink: /ko/pic.html\n"
                + "redirect_from: /tags/x.html\n---\nC\n");
        Assert.Null(site.Files["tags/x.html"].SourceName);
        Assert.Equal(["a.md UR002", "pic.md UR004"], site.Diagnostics.Select(found => $"{found.File} {found.Rule.Code}"));
    }

    [Theory]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/.htaccess.html")]
    [InlineData("/a/.hidden/b.html")]
    [InlineData("/staticwebapp.config.json")]
    [InlineData("/StaticWebApp.config.json")]
    [InlineData("/web.config")]
    [InlineData("/deep/Web.Config")]
    [InlineData("/_worker.js")]
    [InlineData("/ads.txt")]
    public void What_hosts_read_as_a_setting_is_no_authors(string permalink)
    {
        var site = SiteText.Publish($"-- a.md --\n---\npermalink: {permalink}\nredirect_from: {permalink}\n---\nA\n");
        Assert.Empty(site.FilesOfSources());
        Assert.Equal("UR006", Assert.Single(site.Diagnostics).Rule.Code);
        site = SiteText.Publish($"-- a.md --\n---\nredirect_from: {permalink}\n---\nA\n");
        Assert.Equal(["a.html"], site.FilesOfSources());
        Assert.Equal("UR004", Assert.Single(site.Diagnostics).Rule.Code);
    }

    [Fact]
    public void Urls_that_differ_in_case_alone_are_published_with_a_warning()
    {
        var site = SiteText.Publish(
            "-- a.md --\n---\npermalink: /X.html\n---\nA\n-- b.md --\n---\npermalink: /x.html\n---\nB\n"
                + "-- c.md --\n---\npermalink: /Archive.html\n---\nC\n");
        Assert.Equal(["Archive.html", "X.html", "x.html"], site.FilesOfSources().Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "b.md(2,1): warning UR007: /x.html and /X.html differ in case alone. "
                    + "Windows and macOS take them for one file. Write another 'permalink' here.",
                "c.md(2,1): warning UR007: /Archive.html and /archive.html differ in case alone. "
                    + "Windows and macOS take them for one file. Write another 'permalink' here.",
            ],
            site.Diagnostics.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData(
        "-- B.html/a.png --\nx\n-- B.md --\n---\npermalink: /B.html\n---\nB\n",
        "B.md",
        "/B.html would be a file and a folder at once, since 'B.html/a.png' has a place there. Write another 'permalink' here.")]
    [InlineData(
        "-- A.md --\n---\npermalink: /B.html\n---\nA\n-- B.html/a.png --\nx\n",
        "B.html/a.png",
        "/B.html would be a file and a folder at once, since 'A.md' has a place there. Give this file another name or folder.")]
    [InlineData(
        "-- robots.txt/a.png --\nx\n",
        "robots.txt/a.png",
        "/robots.txt would be a file and a folder at once, since 'robots.txt' has a place there. Give this file another name or folder.")]
    public void A_folder_beside_a_page_of_its_name_is_one_fault_and_ends_nothing(string site, string loser, string message)
    {
        var publication = SiteText.Publish(site + "-- other.md --\nText\n");
        Assert.Contains("other.html", publication.Files.Keys);
        var fault = Assert.Single(publication.Diagnostics, found => found.Rule.Code == "UR002");
        Assert.Equal((loser, message), (fault.File, fault.Message));
    }
}
