using System.Globalization;
using System.Text.Json;
using Press.Testing;

namespace Press.Tests;

public sealed class SearchFilesTests
{
    private const string Site = """
        -- _config.yml --
        title: T
        baseurl: /b
        languages: [en, ko]
        -- 2025-01-01-walk.md --
        ---
        title: A quiet walk
        tags: [Cities]
        ---
        ## Along the river

        The water was cold. The bridge was colder; the bridges were old. A bridge is a bridge.
        -- 2025-01-02-gtc.md --
        ---
        title: GTC 2025
        lang: ko
        ---
        산호세에서 열린 GTC의 **최**전선에서 만난 사람들.
        -- 2025-01-03-code.md --
        ---
        title: Code
        ---
        ```csharp
        public sealed record Bridge(string Name);
        ```
        C++ and C# are two languages.
        -- 2025-01-04-secret.md --
        ---
        title: Secret
        hidden: true
        ---
        Nobody finds the river here.
        -- _posts/2025-01-05-draft.md --
        ---
        title: Draft
        draft: true
        ---
        Nor this river.
        -- about.md --
        ---
        title: About
        layout: page
        ---
        I live by the river.

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("river", "/about.html /walk.html")]
    [InlineData("RIVER", "/about.html /walk.html")]
    [InlineData("riv cold", "/walk.html")]
    [InlineData("iver", "")]
    [InlineData("전선", "/ko/gtc.html")]
    [InlineData("최전선에서", "/ko/gtc.html")]
    [InlineData("gtc의", "/ko/gtc.html")]
    [InlineData("호세 사람", "/ko/gtc.html")]
    [InlineData("bridge", "/code.html /walk.html")]
    [InlineData("c++", "/code.html")]
    [InlineData("c#", "/code.html")]
    [InlineData("c", "")]
    [InlineData("cities", "/walk.html")]
    [InlineData("nobody", "")]
    [InlineData("2-d", "")]
    [InlineData("(c++)/[x]", "")]
    [InlineData("…", "")]
    public async Task A_search_finds(string text, string paths)
    {
        var found = await FindAsync(
            SiteText.Publish(Site.Replace("-- _posts/2025-01-05", "-- 2025-01-05", StringComparison.Ordinal)), text);
        Assert.Equal(paths, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_list_names_the_parts_of_each_language()
    {
        var site = SiteText.Publish(Site.Replace("-- _posts/2025-01-05", "-- 2025-01-05", StringComparison.Ordinal));
        using var list = JsonDocument.Parse(site.File("search.json"));
        Assert.Equal("/b", list.RootElement.GetProperty("base").GetString());
        var languages = list.RootElement.GetProperty("languages").EnumerateArray().ToList();
        Assert.Equal(["en", "ko"], languages.Select(language => language.GetProperty("lang").GetString()));
        Assert.Equal(
            ["search-en-1.txt", "search-pages-en-1.txt"],
            languages[0].GetProperty("parts").EnumerateArray().Select(part => part.GetString()!));
        Assert.Equal("text/plain; charset=utf-8", site.Files["search-en-1.txt"].Content.ContentType);
    }

    [Fact]
    public void A_part_is_a_text_with_a_head_posts_and_keys()
    {
        var lines = SiteText.Publish(Site).File("search-ko-1.txt").Split('\n');
        using var head = JsonDocument.Parse(lines[0]);
        Assert.Equal(1, head.RootElement.GetProperty("count").GetInt32());
        Assert.Equal("/ko/gtc.html\tGTC 2025\t2025-01-02", lines[1]);
        // The title, found by the word, and 최전선에서 by each of its letters.
        Assert.Equal(["02025\t\t\t\t!", "0gtc\t\t\t\t!"], lines[2..4]);
        Assert.Contains("0전선에서\t!", lines);
    }

    [Fact]
    public async Task A_new_post_changes_the_last_part_alone()
    {
        var (before, after) = (SiteText.Publish(Many(600)), SiteText.Publish(Many(601)));
        var changed = after.Files.Values.Where(
            file => file.Name.StartsWith("search", StringComparison.Ordinal) && file.Name is not "search.html")
            .Where(file =>
                !before.Files.TryGetValue(file.Name, out var old) || !old.Content.Bytes.Span.SequenceEqual(file.Content.Bytes.Span))
            .Select(file => file.Name);
        Assert.Equal(["search-en-3.txt"], changed);
        Assert.Equal(["/p599.html"], await FindAsync(after, "word599x"));
        Assert.Equal(["/p3.html"], await FindAsync(after, "word3x"));
        Assert.Equal(601, (await FindAsync(after, "common")).Count);
    }

    [Fact]
    public async Task Parts_are_bounded_in_bytes_by_the_words_of_their_posts()
    {
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(number => Spelt(number)));
        var site = SiteText.Publish(string.Concat(Enumerable.Range(1, 80).Select(number =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"-- 2025-{1 + (number / 28):00}-{1 + (number % 28):00}-p{number}.md --\n---\ntitle: P{number}\n---\nbegin {words}\n"))));
        var parts = site.Files.Keys.Count(name => name.StartsWith("search-en-", StringComparison.Ordinal));
        Assert.Equal(2, parts);
        Assert.Equal(80, (await FindAsync(site, "begin")).Count);
    }

    private static string Spelt(int number) =>
        string.Concat(
            number.ToString("x5", CultureInfo.InvariantCulture).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    private static string Many(int count) => string.Concat(Enumerable.Range(0, count).Select(number => string.Create(
        CultureInfo.InvariantCulture,
        $"-- p{number}.md --\n---\ntitle: Post {number}\n"
            + $"date: {new DateTime(2020, 1, 1).AddDays(number):yyyy-MM-dd}\n---\nThe common word{number}x.\n")));

    private static async Task<IReadOnlySet<string>> FindAsync(Publication site, string text)
    {
        var search = new PostSearch((name, _) => new(site.Files.GetValueOrDefault(name)?.Content.Bytes));
        return (await search.FindAsync(site, text, language: null, Cancellation))!;
    }
}
