using Press.Testing;

namespace Press.Tests;

public sealed class FrontMatterTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    [Fact]
    public void Every_known_key_is_read()
    {
        var post = Read("""
            title: "A: title"
            date: 2025-03-24 09:30:00 +0900
            last_modified_at: 2025-04-01
            slug: My Slug
            permalink: /:year/:slug.html
            lang: pt-br
            page_id: one
            tags: [A, B]
            category: notes
            featured: true
            hidden: yes
            published: false
            draft: true
            featured_image: /big.jpg
            featured_image_thumbnail: /small.jpg
            excerpt: In *short*
            description: One sentence.
            author: Somebody
            layout: special
            redirect_from: [/old, /older]
            sitemap: false
            math: true
            toc: false
            """);

        Assert.Equal("A: title", post.Title);
        Assert.Equal(new DateTimeOffset(2025, 3, 24, 9, 30, 0, TimeSpan.FromHours(9)), post.Date);
        Assert.Equal(TimeSpan.FromHours(9), post.LastModifiedAt!.Value.Offset);
        Assert.Equal("My Slug", post.Slug);
        Assert.Equal("/:year/:slug.html", post.Permalink);
        Assert.Equal("pt-BR", post.Lang);
        Assert.Equal("one", post.PageId);
        Assert.Equal(["A", "B"], post.Tags);
        Assert.Equal(["notes"], post.Categories);
        Assert.True(post is { Featured: true, Hidden: true, Published: false, Draft: true, Sitemap: false, Math: true, Toc: false });
        Assert.Equal(("/big.jpg", "/small.jpg"), (post.Image, post.Thumbnail));
        Assert.Equal(("In *short*", "One sentence.", "Somebody", "special"), (post.Excerpt, post.Description, post.Author, post.Layout));
        Assert.Equal(["/old.html", "/older.html"], post.RedirectFrom.Select(old => old.Path));
    }

    [Fact]
    public void An_unknown_key_is_kept_with_its_position()
    {
        var post = Read("title: x\nmood:\n  - calm\n  - 3\n");
        var mood = post.Keys.Entries.Single(entry => entry.Key == "mood");
        Assert.Equal(new TextPosition(3, 1), mood.Position);
        Assert.Equal(["calm", 3m], (List<object?>)mood.Value.ToPlain()!);
    }

    [Theory]
    [InlineData("tags: one two", "one|two")]
    [InlineData("tags: one, two words", "one|two words")]
    [InlineData("tags: [one two, three]", "one two|three")]
    [InlineData("tags:\n- one\n- two", "one|two")]
    [InlineData("tag: one two", "one two")]
    [InlineData("tags: 하나，둘、셋", "하나|둘|셋")]
    [InlineData("tags: '#하나, #둘'", "하나|둘")]
    [InlineData("tags: [[one, two], three]", "one|two|three")]
    [InlineData("tags: [C, C++, C#, .NET, NET]", "C|C++|C#|.NET|NET")]
    [InlineData("tags: [🎉, 👍]", "🎉|👍")]
    [InlineData("tags: [LLM, llm, ＬＬＭ]", "LLM")]
    [InlineData("tags: [2025, true]", "2025|true")]
    [InlineData("tags:", "")]
    [InlineData("tags: [a, ~, b]", "a|b")]
    public void Tags_follow_Jekyll(string yaml, string tags) => Assert.Equal(tags, string.Join('|', Read(yaml).Tags));

    [Theory]
    [InlineData("2025-03-24", "2025-03-24T00:00:00+09:00")]
    [InlineData("2025-3-4", "2025-03-04T00:00:00+09:00")]
    [InlineData("2025-03-24 09:30", "2025-03-24T09:30:00+09:00")]
    [InlineData("2025-03-24 09:30:15 -0500", "2025-03-24T09:30:15-05:00")]
    [InlineData("2025-03-24 09:30:15 +09:00", "2025-03-24T09:30:15+09:00")]
    [InlineData("2025-03-24T09:30:15Z", "2025-03-24T09:30:15+00:00")]
    [InlineData("2025-03-24T09:30:15.25+0530", "2025-03-24T09:30:15+05:30")]
    [InlineData("2025-03-24 9:30:15 UTC", "2025-03-24T09:30:15+00:00")]
    [InlineData("2025-03-24 09:30 +1400", "2025-03-24T09:30:00+14:00")]
    [InlineData("2025-03-24 09:30 +1259", "2025-03-24T09:30:00+12:59")]
    [InlineData("2025-03-24 09:30 +1260", null)]
    [InlineData("2025/03/24", "2025-03-24T00:00:00+09:00")]
    [InlineData("2025/3/4 9:05", "2025-03-04T09:05:00+09:00")]
    [InlineData("2025.3.4", "2025-03-04T00:00:00+09:00")]
    [InlineData("2025. 3. 4.", "2025-03-04T00:00:00+09:00")]
    [InlineData("2025년 3월 4일", "2025-03-04T00:00:00+09:00")]
    [InlineData("20250304", "2025-03-04T00:00:00+09:00")]
    [InlineData("Mar 4, 2025", "2025-03-04T00:00:00+09:00")]
    [InlineData("4 March 2025", "2025-03-04T00:00:00+09:00")]
    [InlineData("Tue, 04 Mar 2025 10:00:00 -0500", "2025-03-04T10:00:00-05:00")]
    [InlineData("2025-03-24 09:30:15 +9:00", "2025-03-24T09:30:15+09:00")]
    [InlineData("2025-03-24 09:30:15.000000000 +01:00", "2025-03-24T09:30:15+01:00")]
    [InlineData("2025-03-24 09:30:15 KST", "2025-03-24T09:30:15+09:00")]
    [InlineData("2025/13/04", null)]
    [InlineData("2025/3-4", null)]
    [InlineData("3/4/2025", null)]
    [InlineData("0001-01-01 09:00 +0900", "0001-01-01T09:00:00+09:00")]
    [InlineData("2025-02-29", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("2025-03-24 25:00", null)]
    [InlineData("2025-03-24 09:30 +1500", null)]
    [InlineData("0001-01-01 00:00 +0900", null)]
    [InlineData("24.3.2025", null)]
    [InlineData("tomorrow", null)]
    public void Dates_keep_their_offset_or_take_the_site_s(string written, string? read) =>
        Assert.Equal(
            read,
            FrontMatterDate.Parse(written, Seoul)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("key: true", true)]
    [InlineData("key: Yes", true)]
    [InlineData("key: on", true)]
    [InlineData("key: false", false)]
    [InlineData("key: no", false)]
    [InlineData("key: OFF", false)]
    [InlineData("key: 'true'", "true")]
    [InlineData("key: words", "words")]
    [InlineData("key: ''", "")]
    [InlineData("key: 'null'", "null")]
    [InlineData("key:", null)]
    [InlineData("key: ~", null)]
    [InlineData("key: null", null)]
    [InlineData("key: Null", null)]
    [InlineData("key: NULL", null)]
    public void A_layout_sees_values_as_YAML_means_them(string yaml, object? value) =>
        Assert.Equal(value, Read(yaml).Keys.Entries.Single().Value.ToPlain());

    [Fact]
    public void A_layout_sees_numbers_lists_and_mappings()
    {
        var plain = (Dictionary<string, object?>)Read("a: 3\nb: -1.5\nc: [1, x]\nd: {e: f}\nf: 1,000\n").Keys.ToPlain();
        Assert.Equal((3m, -1.5m, "1,000"), (plain["a"], plain["b"], plain["f"]));
        Assert.Equal([1m, "x"], (List<object?>)plain["c"]!);
        Assert.Equal("f", ((Dictionary<string, object?>)plain["d"]!)["e"]);
    }

    [Theory]
    [InlineData("title: a: b", "a second colon stands in this value. Put the title in quotes: title: \"a: b\".")]
    [InlineData(
        "title: [Python] 기초",
        "the value begins with a bracket, which opens a list. Put the title in quotes: title: \"[Python] 기초\".")]
    [InlineData(
        "layout: post\ntitle: [Python] 기초\ndate: 2025-01-01",
        "the value begins with a bracket, which opens a list. Put the title in quotes: title: \"[Python] 기초\".")]
    [InlineData("title: \"인용\"으로", "words follow behind the closing quote. Put the title in quotes: title: '\"인용\"으로'.")]
    [InlineData("title: *중요*", "'*중요*' refers to nothing before it. Put the title in quotes: title: \"*중요*\".")]
    [InlineData("title: %d", "a value may not begin with '%'. Put the title in quotes: title: \"%d\".")]
    [InlineData("title: `code` x", "a value may not begin with '`'. Put the title in quotes: title: \"`code` x\".")]
    [InlineData("title: > 인용", "a value may not begin with '>'. Put the title in quotes: title: \"> 인용\".")]
    [InlineData("title: [공지]", "'title' is a list and should be text. Put the title in quotes: title: \"[공지]\".")]
    [InlineData("tags: [#하나, 둘]", "'#' begins a comment here, so the list is never closed. Put the tags in quotes: tags: [\"#하나\", 둘].")]
    [InlineData("tags:\n  - a: b: c", "a second colon stands in this value. Put the a in quotes: - a: \"b: c\".")]
    [InlineData("title: \"x\\q\"", "no such escape follows a backslash. Write two backslashes, or put the value in single quotes.")]
    [InlineData("title: \"a", "a quote is opened here and never closed. Write the same quote at the end of the value.")]
    [InlineData("tags: [a, b", "a list is not closed before this. Write [a, b].")]
    [InlineData("a: {b: c", "a brace is not closed before this. Write {a: b}.")]
    [InlineData("title: @me", "a value may not begin with '@'. Put the title in quotes: title: \"@me\".")]
    [InlineData("- a\ntitle: x", "a key stands among the items of a list. Begin the file with keys, and indent a list below its key.")]
    [InlineData("title: \"a\" b", "words follow behind the closing quote. Put the title in quotes: title: '\"a\" b'.")]
    [InlineData(
        "a: b\nc",
        "a key and a colon should stand here. "
            + "Write 'key: value', every key in the first column, with a blank after the colon and both quotes around a "
            + "quoted value.")]
    [InlineData(
        "title: x\n\tlang: ko",
        "a tab stands before the words. YAML is indented with blanks: write blanks, or begin in the first column.")]
    [InlineData("title: *x", "'*x' refers to nothing before it. Put the title in quotes: title: \"*x\".")]
    [InlineData("- a", "this is a list, not keys and values. Write 'title: ...', one key a line.")]
    [InlineData("title: {a: b}", "'title' is a mapping and should be text. Write 'title: some words'.")]
    [InlineData("featured: {a: b}", "'featured' is a mapping and should be true or false. Write 'featured: true'.")]
    [InlineData("featured: maybe", "'featured' is 'maybe' and should be true or false. Write 'featured: true'.")]
    [InlineData("tags: {a: b}", "'tags' is a mapping and should be a list of words. Write 'tags: [one, two]'.")]
    [InlineData("tags: one two\ntags: x", "'tags' stands on line 2 already. Keep one of the two.")]
    public void A_message_says_what_to_write(string yaml, string message) =>
        Assert.Equal(
            message,
            SiteText.Publish($"-- a.md --\n---\n{yaml}\n---\n").Diagnostics.First(diagnostic => diagnostic.IsError).Message);

    [Theory]
    [InlineData("title: x", 1, 1, "FM001")]
    [InlineData("title: x\ndate: 2025-13-01\n---", 3, 7, "FM006")]
    [InlineData("title: x\ntitle: y\n---", 3, 1, "FM004")]
    [InlineData("title: [a]\n---", 2, 8, "FM005")]
    [InlineData("featured: maybe\n---", 2, 11, "FM005")]
    [InlineData("lang: korean!\n---", 2, 7, "FM007")]
    [InlineData("- a\n- b\n---", 2, 1, "FM003")]
    [InlineData("title: x\n\ttags: y\n---", 3, 1, "FM002")]
    [InlineData("title: a: b\n---", 2, 9, "FM002")]
    [InlineData("titel: x\n---", 2, 1, "FM008")]
    [InlineData("tags: [a, '!!']\n---", 2, 11, "FM010")]
    [InlineData("permalink: /:yaer/\n---", 2, 1, "UR001")]
    [InlineData(
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---",
        5,
        29,
        "FM009")]
    public void A_fault_is_told_with_its_place(string frontMatter, int line, int column, string code)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{frontMatter}\ntext\n");
        var diagnostic = Assert.Single(site.Diagnostics);
        Assert.Equal((code, new TextPosition(line, column)), (diagnostic.Rule.Code, diagnostic.Position));
        Assert.Equal(diagnostic.IsError, site.Catalog.Entries.IsEmpty);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var site = SiteText.Publish("-- a.md --\n---\ndate: never\nfeatured: 3\nlang: '?'\n---\n");
        Assert.Equal(["FM006", "FM005", "FM007"], site.Diagnostics.Select(diagnostic => diagnostic.Rule.Code));
    }

    [Fact]
    public void A_diagnostic_reads_as_editors_know_it()
    {
        var site = SiteText.Publish("-- posts/a.md --\n---\ntitle: x\ndate: 2025-13-01\n---\n");
        Assert.Equal(
            "posts/a.md(3,7): error FM006: 'date' is not a date: 2025-13-01. Write it as 2025-03-24 or 2025-03-24 09:30:00 +0900.",
            site.Diagnostics.Single().ToString());
    }

    [Theory]
    [InlineData("\uFEFF---\r\ntitle: x\r\n---\r\nbody\r\n")]
    [InlineData("---  \ntitle: x\n...\nbody\n")]
    [InlineData("---\ntitle: x\n---\t\nbody")]
    public void A_byte_order_mark_line_ends_and_dots_do_no_harm(string text)
    {
        var post = new Publisher(TimeProvider.System).Publish([SiteText.Source("2025-01-01-a.md", text)]).Posts["/a.html"];
        Assert.Equal(("x", "<p>body</p>\n"), (post.Title, post.Html));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_told_where()
    {
        var site = new Publisher(TimeProvider.System).Publish([SiteText.Source("a.md", [.. "one\ntwo "u8, 0xB0, 0xA1])]);
        var diagnostic = Assert.Single(site.Diagnostics);
        Assert.Equal(("SR001", new TextPosition(2, 5)), (diagnostic.Rule.Code, diagnostic.Position));
    }

    private static FrontMatter Read(string yaml)
    {
        var diagnostics = new DiagnosticBag("a.md");
        var read = FrontMatterReader.Read(yaml, Seoul, diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return read;
    }
}
