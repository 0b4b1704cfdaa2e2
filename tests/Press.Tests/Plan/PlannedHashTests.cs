using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

/// <summary>
/// The hash of a planned file is one of all that its bytes depend on. One input of a site is changed at a time: every file whose bytes
/// are others has another hash, and of the rest only those that a row names.
/// </summary>
public sealed class PlannedHashTests
{
    private const string Site = """
        -- _config.yml --
        title: A site
        url: https://b.example
        languages: [en, ko]
        share_pictures: true
        -- _layouts/list.html --
        ---
        layout: default
        ---
        {{ page.person.bio }}{% for post in page.posts %}{{ post.title }}{% endfor %}
        -- _includes/about.html --
        <p>{{ site.title }}</p>
        -- _data/authors.yml --
        ara: { name: Ara, picture: /images/a.svg, bio: Writes. }
        -- assets/own.css --
        p { color: red }
        -- images/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>
        -- 2025-01-01-one.md --
        ---
        title: One
        tags: [x, y]
        page_id: one
        redirect_from: /old.html
        ---
        First words.

        <!--more-->

        See [two](2025-01-02-two.md) and ![a](/images/a.svg).
        -- 2025-01-02-two.md --
        ---
        title: Two
        tags: [x]
        author: ara
        ---
        ![a](/images/a.svg)
        -- 2025-01-03-three.md --
        ---
        title: Three
        categories: [c]
        featured: true
        ---
        Text.
        -- ko/2025-01-01-one.md --
        ---
        title: 하나
        lang: ko
        page_id: one
        ---
        본문
        -- 2025-08-01-later.md --
        ---
        title: Later
        tags: [y]
        ---
        Later.

        """;

    // What lists a post is made of all that the index knows of it, of which it may show less.
    private const string OfEntry = "^sitemap|^search|^index|^archive|^tags/|^categories/|^authors/|^ko/(index|archive)|^feed|^rss|^old";

    // Layouts see all settings, and whatever is no copy of a file may be made of some.
    private const string OfSettings = "html$|xml$|json$|txt$";

    [Theory]
    [InlineData("title: Two\n", "title: Second\n", OfEntry)]
    [InlineData("tags: [x]\n", "tags: [y]\n", OfEntry)]
    [InlineData("categories: [c]", "categories: [d]", OfEntry)]
    [InlineData("featured: true\n", "", OfEntry + "|^three")]
    [InlineData("Text.", "Other text.", OfEntry)]
    [InlineData("Text.", "Text!", OfEntry)]
    [InlineData("First words.", "Other words.", OfEntry)]
    [InlineData("page_id: one\nredirect", "redirect", OfEntry)]
    [InlineData("redirect_from: /old.html\n", "", OfEntry + "|^one")]
    [InlineData("title: 하나", "title: 둘", OfEntry + "|^one")]
    [InlineData("See [two](2025-01-02-two.md) and", "See", OfEntry)]
    [InlineData("width=\"10\"", "width=\"20\"", "^archive|^tags|^authors")]
    [InlineData("p { color: red }", "p { color: blue }", "^$")]
    [InlineData("{{ post.title }}{% endfor %}", "{{ post.title }}, {% endfor %}", "^$")]
    [InlineData("<p>{{ site.title }}</p>", "<b>{{ site.title }}</b>", "html$")]
    [InlineData("title: A site", "title: Another site", OfSettings)]
    [InlineData("name: Ara", "name: Ara Lim", OfSettings)]
    [InlineData("bio: Writes.", "bio: Paints.", OfSettings)]
    [InlineData("picture: /images/a.svg, ", "", OfSettings)]
    [InlineData("author: ara", "author: ben", OfEntry + "|^two")]
    [InlineData("languages: [en, ko]", "languages: [ko, en]", OfSettings)]
    [InlineData("-- 2025-01-02-two.md --", "-- 2025-01-02-zwei.md --", OfEntry)]
    public async Task One_change_gives_other_hashes_to_what_becomes_other_bytes(string old, string @new, string mayChange)
    {
        Assert.Contains(old, Site, StringComparison.Ordinal);
        Compare(await MakeAsync(Site), await MakeAsync(Site.Replace(old, @new, StringComparison.Ordinal)), mayChange);
    }

    [Fact]
    public async Task So_does_a_date_that_comes() =>
        Compare(await MakeAsync(Site), await MakeAsync(Site, SiteText.Now.AddMonths(3)), OfEntry);

    [Theory]
    [InlineData("title: Post 10\n")]
    [InlineData("page_id: p10\n")]
    [InlineData("tags: [t10]\n")]
    [InlineData("lang: ko\npage_id: p20\n")]
    [InlineData("date: 2024-01-01\n")]
    public async Task Parts_of_files_that_grow_with_the_site_have_honest_hashes_too(string changed)
    {
        var site = LongSite();
        Assert.Contains(changed, site, StringComparison.Ordinal);
        var before = await MakeAsync(site);
        Assert.Contains("index-1.json", before.Keys);
        Compare(
            before,
            await MakeAsync(site.Replace(changed, "description: Other\n", StringComparison.Ordinal)),
            OfEntry + "|^(ko/)?([0-9]+|page/.*|tags/.*).html");
    }

    /// <summary>Enough posts that index and search have several parts; every tenth has a translation.</summary>
    private static string LongSite() => "-- _config.yml --\nlanguages: [en, ko]\n" + string.Concat(Enumerable.Range(0, 320).Select(number =>
        string.Create(CultureInfo.InvariantCulture, $"-- {number}.md --\n---\ntitle: Post {number}\n")
        + (number % 20 == 0 ? string.Create(CultureInfo.InvariantCulture, $"lang: ko\npage_id: p{number}\n")
            : number % 20 == 10 ? string.Create(CultureInfo.InvariantCulture, $"page_id: p{number}\ntags: [t{number}]\n") : "")
        + (number == 300
            ? "date: 2024-01-01\n"
            : string.Create(CultureInfo.InvariantCulture, $"date: {new DateTime(2020, 1, 1).AddDays(number):yyyy-MM-dd}\n"))
        + string.Create(CultureInfo.InvariantCulture, $"---\nWords of {number}.\n")));

    private static void Compare(
        Dictionary<string, (UInt128 Hash, string Bytes)> before, Dictionary<string, (UInt128 Hash, string Bytes)> after, string mayChange)
    {
        var both = before.Keys.Intersect(after.Keys, StringComparer.Ordinal).ToList();
        var others = both.Where(name => before[name].Bytes != after[name].Bytes).ToHashSet(StringComparer.Ordinal);
        Assert.NotEqual(before.Values.Select(file => file.Bytes), after.Values.Select(file => file.Bytes));
        var otherHashes = both.Where(name => before[name].Hash != after[name].Hash).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(others.Except(otherHashes));
        Assert.DoesNotContain(otherHashes.Except(others), name => !Regex.IsMatch(name, mayChange, RegexOptions.CultureInvariant));
    }

    private static async Task<Dictionary<string, (UInt128 Hash, string Bytes)>> MakeAsync(string text, DateTimeOffset? now = null)
    {
        var sources = new MemorySources();
        sources.Replace(SiteText.Sources(text));
        var reader = new SiteReader(
            sources, new FakeTimeProvider(now ?? SiteText.Now), trustsHtml: false, new ImageCache(), new GoodVersions(store: null));
        var site = await reader.ReadAsync(progress: null, TestContext.Current.CancellationToken);
        var made = new Dictionary<string, (UInt128, string)>(StringComparer.Ordinal);
        foreach (var file in site.Files.Files)
        {
            var rendered = await site.RenderAsync(file, TestContext.Current.CancellationToken);
            made[file.Name] = (file.MadeOf, Convert.ToHexString(rendered.Content.Bytes.Span));
        }


        return made;
    }
}
