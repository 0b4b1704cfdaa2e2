using Press.Testing;

namespace Press.Tests;

public sealed class PostQueryTests
{
    private static readonly Catalog Catalog = Some.Catalog(
        Some.Post("/a.html", "Zebra", "2025-01-01T00:00:00+09:00", tags: ["LLM", "AI"], featured: true, excerpt: "산호세에서 열린 회의"),
        Some.Post(
            "/b.html",
            "apple",
            "2025-02-01T23:30:00-05:00",
            tags: ["AI"],
            categories: ["Notes"],
            author: "Ara",
            updated: "2025-06-01T00:00:00+00:00"),
        Some.Post("/ko/c.html", "서울 산책", "2025-03-01T00:00:00+09:00", lang: "ko", tags: ["Seoul"], categories: ["notes"], author: "Min"),
        Some.Post("/d.html", "Hidden", "2025-04-01T00:00:00+00:00", tags: ["Secret", "ＡＩ"], author: "Nobody", hidden: true),
        Some.Post("/e.html", "C sharp", "2025-05-01T00:00:00+00:00", tags: ["C#", "C"]));

    [Theory]
    [InlineData("", "e ko/c b a")]
    [InlineData("tag=llm", "a")]
    [InlineData("tag=ai", "b a")]
    [InlineData("tag=ａｉ", "b a")]
    [InlineData("tag=ai&tag=llm", "a")]
    [InlineData("tag=seoul,llm", "ko/c a")]
    [InlineData("tag=seoul,ai&tag=llm", "a")]
    [InlineData("tag=c%23", "e")]
    [InlineData("tag=c-sharp", "e")]
    [InlineData("category=NOTES", "ko/c b")]
    [InlineData("lang=ko", "ko/c")]
    [InlineData("lang=KO", "ko/c")]
    [InlineData("featured=true", "a")]
    [InlineData("featured=false", "e ko/c b")]
    [InlineData("q=산호", "a")]
    [InlineData("q=책", "ko/c")]
    [InlineData("q=APP", "b")]
    [InlineData("q=회의 zeb", "a")]
    [InlineData("q=nowhere", "")]
    [InlineData("from=2025-02-01&to=2025-03-01", "ko/c b")]
    [InlineData("to=2025-01-01", "a")]
    [InlineData("from=2025-02-02", "e ko/c")]
    [InlineData("from=2025-02-02T00:00:00Z", "e ko/c b")]
    [InlineData("from=2025-02-28T15:00:00Z&to=2025-02-28T15:00:00Z", "ko/c")]
    [InlineData("from=2025-01-01&to=2025-01-01", "a")]
    [InlineData("from=2025-02-01&to=2025-02-01", "b")]
    [InlineData("to=2025-02-28T14:59:59Z", "b a")]
    [InlineData("from=2025-02-28T15:00:01Z", "e")]
    [InlineData("from=2026-01-01&to=2025-01-01", "")]
    [InlineData("from=0001-01-01&to=9999-12-31", "e ko/c b a")]
    [InlineData("sort=date", "a b ko/c e")]
    [InlineData("sort=title", "b e a ko/c")]
    [InlineData("sort=-title", "ko/c a e b")]
    [InlineData("featured=True", "a")]
    [InlineData("featured=1", "a")]
    [InlineData("featured=0", "e ko/c b")]
    [InlineData("author=ARA", "b")]
    [InlineData("author=ara,min", "ko/c b")]
    [InlineData("tag=&category=&lang=&featured=&q=%20&from=&to=&sort=&page=&pageSize=&fields=", "e ko/c b a")]
    [InlineData("tag=,&tag=llm", "a")]
    [InlineData("utm_source=x&_=1&v=2&t=3&hidden=any&ref=rss", "e ko/c b a")]
    [InlineData("tag=secret", "")]
    [InlineData("sort=-updated", "b e ko/c a")]
    [InlineData("sort=-date", "e ko/c b a")]
    [InlineData("pageSize=3", "e ko/c b")]
    [InlineData("pageSize=3&page=2", "a")]
    [InlineData("pageSize=3&page=3", "")]
    [InlineData("page=2147483647&pageSize=100", "")]
    public void A_query_finds(string query, string paths)
    {
        var (read, faults, _) = PostQueryReader.Read(Parameters(query), Catalog);
        Assert.Empty(faults);
        Assert.Equal(paths, string.Join(' ', read!.AnswerFrom(Catalog).Posts.Select(post => post.Path[1..^5])));
    }

    [Theory]
    [InlineData("tga=llm", "tga", null, "tag")]
    [InlineData("pagesize=3", "pagesize", null, "pageSize")]
    [InlineData("featured=ture", "featured", "ture", "true")]
    [InlineData("sort=-dat", "sort", "-dat", "-date")]
    [InlineData("page=0", "page", "0", null)]
    [InlineData("page=-1", "page", "-1", null)]
    [InlineData("page=99999999999", "page", "99999999999", null)]
    [InlineData("pageSize=101", "pageSize", "101", null)]
    [InlineData("page=1&page=2", "page", "1, 2", null)]
    [InlineData("from=yesterday", "from", "yesterday", null)]
    [InlineData("to=2025-02-30", "to", "2025-02-30", null)]
    public void What_it_does_not_know_is_a_fault(string query, string parameter, string? value, string? nearest)
    {
        var (read, faults, _) = PostQueryReader.Read(Parameters(query), Catalog);
        Assert.Null(read);
        var fault = Assert.Single(faults);
        Assert.Equal((parameter, value, nearest), (fault.Parameter, fault.Value, fault.Nearest));
        Assert.NotEmpty(fault.Allowed);
    }

    [Theory]
    [InlineData(
        "tga=llm",
        "Unknown parameter 'tga'. Did you mean 'tag'? Allowed: tag, category, author, lang, featured, q, from, to, "
            + "sort, page, pageSize, fields.")]
    [InlineData("sort=size", "Invalid value 'size' for 'sort'. Allowed: -date, date, title, -title, -updated.")]
    [InlineData("page=0", "Invalid value '0' for 'page'. Allowed: a whole number from 1.")]
    [InlineData("pageSize=0", "Invalid value '0' for 'pageSize'. Allowed: a whole number from 1 to 100.")]
    [InlineData("from=x", "Invalid value 'x' for 'from'. Allowed: a day, 2025-03-24, or a moment, 2025-03-24T09:30:00Z.")]
    [InlineData("page=1&page=2", "Invalid value '1, 2' for 'page'. Allowed: one value.")]
    public void A_fault_says_what_would_be_right(string query, string message) =>
        Assert.Equal(message, Assert.Single(PostQueryReader.Read(Parameters(query), Catalog).Faults).Message);

    [Theory]
    [InlineData("tag=lm", "tag", "lm", "LLM")]
    [InlineData("tag=llm,seul", "tag", "seul", "Seoul")]
    [InlineData("tag=secret", "tag", "secret", null)]
    [InlineData("category=note", "category", "note", "Notes")]
    [InlineData("author=ata", "author", "ata", "Ara")]
    [InlineData("author=nobody", "author", "nobody", null)]
    [InlineData("lang=kr", "lang", "kr", "ko")]
    public void A_name_that_no_listed_post_has_finds_nothing_and_is_noticed(string query, string parameter, string value, string? nearest)
    {
        var (read, faults, notices) = PostQueryReader.Read(Parameters(query), Catalog);
        Assert.Empty(faults);
        Assert.Equal(new QueryNotice(parameter, value, nearest), Assert.Single(notices));
        Assert.Equal(query.Contains("llm", StringComparison.Ordinal) ? 1 : 0, read!.AnswerFrom(Catalog).Total);
    }

    [Fact]
    public void Other_requests_know_fewer_parameters()
    {
        Assert.Equal("ko", PostQueryReader.ReadLanguage(Parameters("lang=KO"), Catalog).Query!.Language);
        Assert.Equal(
            "Unknown parameter 'langs'. Did you mean 'lang'? Allowed: lang.",
            Assert.Single(PostQueryReader.ReadLanguage(Parameters("langs=ko"), Catalog).Faults).Message);
        Assert.Equal(["html"], PostQueryReader.ReadLanguage(Parameters("fields=html"), Catalog, PostFields.OfPost).Query!.Fields);
        Assert.Equal(
            ("fields", "htm", "html"),
            Assert.Single(PostQueryReader.ReadLanguage(Parameters("fields=htm"), Catalog, PostFields.OfPost).Faults) is var fault
                ? (fault.Parameter, fault.Value, fault.Nearest)
                : default);
    }

    [Fact]
    public void All_faults_are_reported_at_once() =>
        Assert.Equal(
            ["tga", "page", "fields"],
            PostQueryReader.Read(Parameters("page=x&tga=1&tag=nothing&fields=titel"), Catalog).Faults.Select(fault => fault.Parameter));

    [Fact]
    public void A_listing_counts_all_its_pages()
    {
        var listing = new PostQuery { PageSize = 3 }.AnswerFrom(Catalog);
        Assert.Equal((4, 2), (listing.Total, listing.TotalPages));
        Assert.Equal(2, new PostQuery { PageSize = 2 }.AnswerFrom(Catalog).TotalPages);
        Assert.Equal(1, new PostQuery { Text = "nowhere" }.AnswerFrom(Catalog).TotalPages);
    }

    /// <summary>Whatever is asked, the index finds what looking at every post finds.</summary>
    [Fact]
    public void The_index_finds_what_a_scan_finds()
    {
        var random = new Random(42);
        string[] names = ["AI", "LLM", "Seoul", "Web"];
        var posts = Enumerable.Range(0, 300).Select(number => Some.Post(
            $"/{number}.html",
            date: $"2025-{random.Next(1, 13):00}-{random.Next(1, 29):00}T00:00:00+00:00",
            lang: random.Next(2) == 0 ? "en" : "ko",
            tags: [.. names.Where(_ => random.Next(3) == 0)],
            featured: random.Next(4) == 0,
            hidden: random.Next(10) == 0)).ToArray();
        var catalog = Some.Catalog(posts);

        for (var round = 0; round < 500; round++)
        {
            var day = $"2025-{random.Next(1, 13):00}-{random.Next(1, 29):00}";
            var query = new PostQuery
            {
                Tags =
                [
                    .. Enumerable.Range(0, random.Next(3))
                        .Select(_ => names.Where(_ => random.Next(2) == 0).DefaultIfEmpty("AI").ToArray())
                        .Select(group => System.Collections.Immutable.ImmutableArray.Create(group)),
                ],
                Language = random.Next(3) switch { 0 => "en", 1 => "ko", _ => null },
                Featured = random.Next(3) switch { 0 => true, 1 => false, _ => null },
                From = random.Next(2) == 0 ? QueryDate.Parse(day) : null,
                PageSize = 100,
            };
            var expected = catalog.Entries.Where(post =>
                query.Tags.All(group => post.Tags.Intersect(group).Any())
                && (query.Language is null || post.Lang == query.Language)
                && (query.Featured is null || post.Featured == query.Featured)
                && !post.Hidden
                && (query.From is null
                    || string.CompareOrdinal(
                        post.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day) >= 0)).ToList();

            var answer = query.AnswerFrom(catalog);
            Assert.Equal(expected.Count, answer.Total);
            Assert.Equal(expected.Take(100), answer.Posts);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1])));
}
