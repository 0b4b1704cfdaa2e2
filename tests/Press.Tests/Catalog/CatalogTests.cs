using Press.Testing;

namespace Press.Tests;

public sealed class CatalogTests
{
    [Fact]
    public void Posts_stand_newest_first_and_those_of_one_moment_by_path()
    {
        var catalog = Some.Catalog(
            Some.Post("/b.html", date: "2025-01-01T09:00:00+09:00"),
            Some.Post("/c.html", date: "2025-01-02T00:00:00+00:00"),
            Some.Post("/a.html", date: "2025-01-01T00:00:00+00:00"));
        Assert.Equal(["/c.html", "/a.html", "/b.html"], catalog.Entries.Select(entry => entry.Path));
    }

    [Fact]
    public void Translations_are_the_same_post_in_other_languages()
    {
        var en = Some.Post("/x.html", lang: "en", pageId: "x");
        var ko = Some.Post("/ko/x.html", lang: "ko", pageId: "x");
        var ja = Some.Post("/ja/x.html", lang: "ja", pageId: "x", hidden: true);
        var again = Some.Post("/x2.html", lang: "en", pageId: "x");
        var alone = Some.Post("/y.html");
        var catalog = Some.Catalog(en, ko, ja, again, alone);
        Assert.Equal(["ko"], catalog.TranslationsOf(en).Select(post => post.Lang));
        Assert.Equal(["/x.html"], catalog.TranslationsOf(ko).Select(post => post.Path));
        Assert.Equal(["en", "ko"], catalog.TranslationsOf(ja).Select(post => post.Lang));
        Assert.Empty(catalog.TranslationsOf(alone));
    }

    [Fact]
    public void Neighbours_are_listed_posts_of_the_same_language()
    {
        var first = Some.Post("/1.html", date: "2025-01-01T00:00:00+00:00");
        var hidden = Some.Post("/2.html", date: "2025-01-02T00:00:00+00:00", hidden: true);
        var korean = Some.Post("/ko/3.html", date: "2025-01-03T00:00:00+00:00", lang: "ko");
        var last = Some.Post("/4.html", date: "2025-01-04T00:00:00+00:00");
        var catalog = Some.Catalog(first, hidden, korean, last);
        Assert.Equal((last, null), catalog.NeighboursOf(first));
        Assert.Equal((null, first), catalog.NeighboursOf(last));
        Assert.Equal((null, null), catalog.NeighboursOf(hidden));
        Assert.Equal((null, null), catalog.NeighboursOf(korean));
    }

    [Fact]
    public void Tags_are_counted_over_listed_posts_and_named_as_most_posts_name_them()
    {
        var catalog = Some.Catalog(
            Some.Post("/1.html", tags: ["ai", "C"]),
            Some.Post("/2.html", tags: ["AI"]),
            Some.Post("/3.html", tags: ["AI", "C#"]),
            Some.Post("/4.html", tags: ["AI", "Secret"], hidden: true));
        Assert.Equal([new("AI", "ai", 3), new("C", "c", 1), new TagCount("C#", "c-sharp", 1)], catalog.Tags);
    }
}
