using System.Globalization;

namespace Press.Benchmarks;

/// <summary>A catalog of posts that nobody wrote: as large as is asked for, and at once. Post i is the same in every run.</summary>
internal static class GeneratedCatalog
{
    private const int Tags = 200;

    private const string Words =
        "나는 오늘 산호세에서 열린 회의에 다녀왔다 the first version of this service ran on a single machine and nobody complained for a year ";

    private static readonly string[] Categories = ["articles", "notes", "projects", "talks", "reviews"];

    private static readonly DateTimeOffset First = new(2012, 1, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public static Catalog Of(int posts) => Catalog.Of(Enumerable.Range(0, posts).Select(Entry), "en");

    /// <summary>The entry of post i.</summary>
    public static PostEntry Entry(int i)
    {
        var random = new Random(i);
        var language = i % 2 == 0 ? "ko" : "en";
        var path = string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "/ko" : "")}/post-{i}.html");
        var start = random.Next(Words.Length / 2);
        var excerpt = string.Concat(Enumerable.Repeat(Words, 3))[start..(start + 240)];
        return new PostEntry
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"_posts/post-{i}.md"),
            Url = "https://example.com" + path,
            Path = path,
            Slug = string.Create(CultureInfo.InvariantCulture, $"post-{i}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"{excerpt[..24]} {random.Next(1_000_000)}"),
            Excerpt = excerpt,
            ExcerptHtml = $"<p>{excerpt}</p>\n",
            Lang = language,
            Date = First.AddHours(i % 120_000),
            Updated = random.Next(4) == 0 ? First.AddHours((i % 120_000) + random.Next(9_000)) : null,
            // By a law as tags follow it: the first is that of every fifth post, the last of a handful.
            Tags = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Tag(random)).Distinct()],
            Categories = [Categories[random.Next(Categories.Length)]],
            Featured = random.Next(10) == 0,
            Hidden = random.Next(50) == 0,
            Image = $"https://example.com/images/{i}.jpg",
            Author = "Ara",
            PageId = string.Create(CultureInfo.InvariantCulture, $"post-{i / 2}"),
            WordCount = 800 + random.Next(1_000),
            ReadingMinutes = 4,
        };
    }

    private static string Tag(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"Topic {(int)(Tags * Math.Pow(random.NextDouble(), 3))}");
}
