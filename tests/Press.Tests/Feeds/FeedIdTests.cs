using Press.Testing;

namespace Press.Tests;

public sealed class FeedIdTests
{
    private static readonly SiteSettings Settings = new() { Url = "https://blog.example.com", BaseUrl = "/b" };

    [Fact]
    public void A_UUID_is_made_as_RFC_9562_shows_it_in_its_appendix_B_2() => Assert.Equal(
        Guid.Parse("5c146b14-3c52-8afd-938a-375d0df1fbf6"),
        FeedId.Uuid(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void An_id_outlives_a_change_of_title_date_and_permalink()
    {
        var post = Some.Post("/a.html");
        var changed = post with
        {
            Title = "Other",
            Path = "/other.html",
            Url = "/other.html",
            Slug = "other",
            Date = post.Date.AddDays(1),
            Updated = post.Date,
        };
        Assert.Equal(FeedId.Of(post, Settings), FeedId.Of(changed, Settings));
        Assert.Equal(FeedId.Of(post, Settings), FeedId.Of(post with { Source = "_posts/" + post.Source }, Settings));
    }

    [Fact]
    public void An_id_never_changes_from_one_version_of_Press_to_the_next() =>
        Assert.Equal("urn:uuid:bc6b6659-01e4-8dd3-9449-2b3aab073bd9", FeedId.Of(Some.Post("/a.html"), Settings));

    [Fact]
    public void Posts_sites_and_feeds_have_ids_of_their_own()
    {
        string[] ids =
        [
            FeedId.Of(Some.Post("/a.html"), Settings),
            FeedId.Of(Some.Post("/b.html"), Settings),
            FeedId.Of(Some.Post("/a.html"), Settings with { BaseUrl = "" }),
            FeedId.Of(Some.Post("/a.html"), Settings with { Url = "https://example.com" }),
            FeedId.Of(new SelectedFeed(null, []), Settings),
            FeedId.Of(new SelectedFeed("ko", []), Settings),
        ];
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
    }
}
