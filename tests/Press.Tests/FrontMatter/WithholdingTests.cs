using Press.Testing;

namespace Press.Tests;

public sealed class WithholdingTests
{
    [Theory]
    [InlineData("published: no")]
    [InlineData("published: off")]
    [InlineData("published: 0")]
    [InlineData("published: \"false\"")]
    [InlineData("published: 아니오")]
    [InlineData("draft: yes")]
    [InlineData("draft: TRUE")]
    [InlineData("draft: 1")]
    [InlineData("draft: \"true\"")]
    public void What_can_mean_only_one_thing_keeps_a_post_back_without_a_word(string key)
    {
        var site = Publish(key);
        Assert.Empty(site.Diagnostics);
        Assert.True(site.Catalog.Entries.IsEmpty);
    }

    [Theory]
    [InlineData("Published: false", "published: false")]
    [InlineData("Draft: true", "draft: true")]
    [InlineData("DRAFT: yes", "draft: true")]
    [InlineData("drafts: true", "draft: true")]
    [InlineData("drfat: true", "draft: true")]
    [InlineData("publishd: false", "published: false")]
    [InlineData("is_draft: true", "draft: true")]
    [InlineData("publish: false", "published: false")]
    [InlineData("public: false", "published: false")]
    [InlineData("private: true", "published: false")]
    [InlineData("visibility: private", "published: false")]
    [InlineData("visibility: 비공개", "published: false")]
    [InlineData("status: draft", "draft: true")]
    [InlineData("Status: Draft", "draft: true")]
    [InlineData("post_status: pending", "draft: true")]
    [InlineData("password: 1234", "published: false")]
    [InlineData("unlisted: true", "hidden: true")]
    [InlineData("Hidden: true", "hidden: true")]
    [InlineData("published:", "published: true")]
    [InlineData("published: null", "published: true")]
    [InlineData("scheduled: true", "date: 2025-03-24")]
    [InlineData("publishDate: someday", "date: 2025-03-24")]
    [InlineData("publishDate: 2999-01-01", "date: 2999-01-01")]
    [InlineData("pubDate: 2999-01-01", "date: 2999-01-01")]
    [InlineData("published_at: Jan 1, 2999", "date: Jan 1, 2999")]
    [InlineData("published: 2999-01-01", "date: 2999-01-01")]
    [InlineData("expiryDate: 2020-01-01", "published: false")]
    [InlineData("expires: 2020-01-01", "published: false")]
    public void A_misspelt_key_or_one_of_another_tool_keeps_a_post_back_and_says_what_to_write(string key, string write)
    {
        var site = Publish(key);
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal(("FM013", new TextPosition(3, 1)), (found.Rule.Code, found.Position));
        Assert.Contains($"'{write}", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", found.Message, StringComparison.Ordinal);
        Assert.True(site.Catalog.Entries.IsEmpty);
        Assert.DoesNotContain(
            site.Files.Values,
            file => System.Text.Encoding.UTF8.GetString(file.Content.Bytes.Span).Contains("Secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("published: true")]
    [InlineData("draft: false")]
    [InlineData("draft:")]
    [InlineData("private: false")]
    [InlineData("visibility: public")]
    [InlineData("status: published")]
    [InlineData("status: 연재 중")]
    [InlineData("state: California")]
    [InlineData("password:")]
    [InlineData("unlisted: false")]
    [InlineData("hide: [navigation, toc]")]
    [InlineData("publishDate: 2020-01-01")]
    [InlineData("expiryDate: 2999-01-01")]
    [InlineData("publisher: 한빛미디어")]
    [InlineData("craft: true")]
    [InlineData("privacy: true")]
    public void Other_values_and_other_keys_keep_nothing_back(string key)
    {
        var site = Publish(key);
        Assert.Single(site.Catalog.Entries);
        Assert.DoesNotContain(site.Diagnostics, found => found.Rule.Code == "FM013");
    }

    [Fact]
    public void A_post_comes_out_and_is_taken_back_at_the_moments_that_it_names()
    {
        const string site = "-- 2025-01-01-a.md --\n---\ntitle: x\npublishDate: 2025-06-01\nexpiryDate: 2025-06-03\n---\nSecret\n";
        Assert.Empty(At("2025-05-31T23:59:59Z").Catalog.Entries);
        Assert.Single(At("2025-06-01T00:00:00Z").Catalog.Entries);
        Assert.Empty(At("2025-06-01T00:00:00Z").Diagnostics.Where(found => found.Rule.Code == "FM013"));
        Assert.Empty(At("2025-06-03T00:00:00Z").Catalog.Entries);
        Assert.Equal(
            "publishDate",
            At("2025-05-31T23:59:59Z").Diagnostics.Single(found => found.Rule.Code == "FM013").Message.Split('\'')[1]);
        Assert.Equal(
            "expiryDate",
            At("2025-06-03T00:00:00Z").Diagnostics.Single(found => found.Rule.Code == "FM013").Message.Split('\'')[1]);

        static Publication At(string moment) =>
            SiteText.Publish(
                $"-- _config.yml --\nurl: https://example.com\n{site}",
                DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("drafts/2025-01-01-a.md", "title: x", false)]
    [InlineData("notes/Drafts/a.md", "title: x", false)]
    [InlineData("drafts/2025-01-01-a.md", "draft: false", true)]
    [InlineData("_posts/_2025-01-01-a.md", "title: x", false)]
    [InlineData("2025-01-01-a.md~", "title: x", false)]
    [InlineData("draft-beer/2025-01-01-a.md", "title: x", true)]
    public void A_folder_of_drafts_and_a_name_that_begins_with_an_underscore_keep_posts_back(string name, string key, bool isPublic) =>
        Assert.Equal(isPublic, !SiteText.Publish($"-- {name} --\n---\n{key}\n---\nText\n").Catalog.Entries.IsEmpty);

    private static Publication Publish(string key) =>
        SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: x\n{key}\n---\nSecret\n");
}
