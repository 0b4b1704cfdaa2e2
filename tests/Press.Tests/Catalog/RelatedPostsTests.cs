using Press.Testing;

namespace Press.Tests;

public sealed class RelatedPostsTests
{
    [Fact]
    public void Who_shares_the_most_tags_comes_first_then_who_is_nearest_in_time()
    {
        var post = Some.Post("/a.html", date: "2025-03-01T00:00:00Z", tags: ["x", "y"]);
        Assert.Equal(
            ["/both.html", "/near.html", "/far.html"],
            RelatedTo(
                post,
                Some.Post("/far.html", date: "2025-01-01T00:00:00Z", tags: ["X"]),
                Some.Post("/near.html", date: "2025-03-05T00:00:00Z", tags: ["y"]),
                Some.Post("/both.html", date: "2020-01-01T00:00:00Z", tags: ["Y", "x"]),
                Some.Post("/other.html", tags: ["z"]),
                Some.Post("/older.html", date: "2025-02-28T00:00:00Z"),
                Some.Post("/newer.html", date: "2025-03-02T00:00:00Z")));
    }

    [Fact]
    public void The_posts_before_and_after_are_shown_already()
    {
        var post = Some.Post("/a.html", date: "2025-03-01T00:00:00Z", tags: ["x"]);
        Assert.Equal(
            ["/oldest.html"],
            RelatedTo(
                post,
                Some.Post("/older.html", date: "2025-02-28T00:00:00Z", tags: ["x"]),
                Some.Post("/newer.html", date: "2025-03-02T00:00:00Z", tags: ["x"]),
                Some.Post("/oldest.html", date: "2025-02-01T00:00:00Z", tags: ["x"])));
    }

    [Fact]
    public void Other_languages_and_hidden_posts_are_not_among_them()
    {
        var post = Some.Post("/a.html", tags: ["x"]);
        Assert.Empty(RelatedTo(post, Some.Post("/ko.html", lang: "ko", tags: ["x"]), Some.Post("/hidden.html", hidden: true, tags: ["x"])));
    }

    [Fact]
    public void A_new_post_changes_what_is_related_to_a_few_only()
    {
        var posts = Enumerable.Range(0, 200)
            .Select(day => Some.Post(
                $"/{day:000}.html", date: $"{new DateTime(2020, 1, 1).AddDays(day):yyyy-MM-dd}T00:00:00Z", tags: ["x"]))
            .ToArray();
        var before = Relations(posts);
        var after = Relations([.. posts, Some.Post("/new.html", date: "2020-04-10T12:00:00Z", tags: ["x"])]);
        Assert.InRange(before.Count(relation => after[relation.Key] != relation.Value), 1, 8);
    }

    private static Dictionary<string, string> Relations(PostEntry[] posts)
    {
        var related = new RelatedPosts(Some.Catalog(posts));
        return posts.ToDictionary(post => post.Path, post => string.Join(' ', related.Of(post).Select(other => other.Path)));
    }

    private static IEnumerable<string> RelatedTo(PostEntry post, params PostEntry[] others) =>
        new RelatedPosts(Some.Catalog([post, .. others])).Of(post).Select(other => other.Path);
}
