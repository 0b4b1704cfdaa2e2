using System.Collections.Immutable;
using System.Globalization;
using Press.Testing;

namespace Press.Tests.Query;

/// <summary>The index against the plainest answer that there is: every post looked at, and sorted.</summary>
public sealed class GeneratedQueryTests
{
    private static readonly string[] Tags = ["AI", "LLM", "C#", "서울", "ai", "여행"];
    private static readonly string[] Languages = ["en", "ko", "de"];
    private static readonly string[] Offsets = ["+09:00", "+00:00", "-05:00", "+14:00", "-12:00"];

    [Fact]
    public void The_index_answers_as_looking_at_every_post_does()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var catalog = Some.Catalog([.. Enumerable.Range(0, random.Next(300)).Select(i => Post(random, i))]);
            for (var i = 0; i < 100; i++)
            {
                var query = Query(random);
                var (posts, total) = Plainly(query, catalog);
                var answer = query.AnswerFrom(catalog);
                Assert.Equal(total, answer.Total);
                Assert.Equal(posts, answer.Posts.Select(post => post.Path));
            }
        }
    }

    private static (IEnumerable<string> Posts, int Total) Plainly(PostQuery query, Catalog catalog)
    {
        var found = catalog.Entries.Where(post => !post.Hidden
            && query.Tags.All(group => group.Any(tag => post.Tags.Any(other => NameSlug.Of(other) == NameSlug.Of(tag))))
            && (query.Language is null || post.Lang == query.Language)
            && (query.Featured is null || post.Featured == query.Featured)
            && (query.Text is null || post.Title.Split(' ').Any(word => IsFoundBy(query.Text, word)))
            && (query.From is null || DayOf(post) >= new DateOnly(2024, 3, 5))
            && (query.To is null || DayOf(post) <= new DateOnly(2024, 3, 9))).ToList();
        var sorted = query.Order switch
        {
            PostOrder.OldestFirst => Enumerable.Reverse(found),
            PostOrder.Title => ByTitle(),
            PostOrder.TitleBackwards => ByTitle().Reverse(),
            PostOrder.LastUpdatedFirst =>
                found.OrderByDescending(post => post.Updated ?? post.Date).ThenBy(post => post.Path, StringComparer.Ordinal),
            _ => found,
        };
        return (sorted.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).Select(post => post.Path), found.Count);

        IEnumerable<PostEntry> ByTitle() =>
            found.OrderBy(post => post.Title, StringComparer.OrdinalIgnoreCase).ThenBy(post => post.Path, StringComparer.Ordinal);
    }

    /// <summary>A single character is a whole word.</summary>
    private static bool IsFoundBy(string text, string word) =>
        text.Length == 1 ? word == text : word.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    private static DateOnly DayOf(PostEntry post) => DateOnly.FromDateTime(post.Date.DateTime);

    private static PostQuery Query(Random random) => new()
    {
        Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.GetItems(Tags, random.Next(1, 3)).ToImmutableArray())],
        Language = random.Next(3) == 0 ? random.GetItems(Languages, 1)[0] : null,
        Featured = random.Next(3) switch { 0 => true, 1 => false, _ => null },
        Text = random.Next(4) == 0 ? random.Next(20).ToString(CultureInfo.InvariantCulture) : null,
        From = random.Next(3) == 0 ? QueryDate.Parse("2024-03-05") : null,
        To = random.Next(3) == 0 ? QueryDate.Parse("2024-03-09") : null,
        Order = (PostOrder)random.Next(5),
        Page = random.Next(1, 5),
        PageSize = random.Next(1, 12),
    };

    private static PostEntry Post(Random random, int i) => Some.Post(
        $"/{i}.html",
        $"Title {random.Next(20)}",
        string.Create(
            CultureInfo.InvariantCulture, $"2024-03-{random.Next(1, 13):00}T{random.Next(24):00}:30:00{random.GetItems(Offsets, 1)[0]}"),
        random.Next(4) == 0 ? "2024-05-01T00:00:00+00:00" : null,
        random.GetItems(Languages, 1)[0],
        [.. random.GetItems(Tags, random.Next(4)).Distinct()],
        featured: random.Next(5) == 0,
        hidden: random.Next(10) == 0);
}
