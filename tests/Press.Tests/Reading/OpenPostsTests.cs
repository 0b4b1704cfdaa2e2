using Press.Testing;

namespace Press.Tests.Reading;

public sealed class OpenPostsTests
{
    private static readonly UInt128 ReadWith = 1;

    [Theory]
    [InlineData("<p>a</p>")]
    [InlineData("<p>서울 😀</p>")]
    [InlineData("")]
    public void A_post_is_found_as_it_was_read(string html)
    {
        var open = new OpenPosts(mostBytes: 1000, areTaken: false);
        var (post, summary) = PostOf(html);
        open.Add(post, ReadWith);
        Assert.Null(open.Find(summary, ReadWith + 1));
        Assert.Equal(post, open.Find(summary, ReadWith));
        Assert.Equal(post, open.Find(summary, ReadWith));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_post_of_a_site_that_is_written_once_is_gone_when_it_was_asked_for_unless_it_is_to_stay(bool stays)
    {
        var open = new OpenPosts(mostBytes: 1000, areTaken: true);
        var (post, summary) = PostOf("<p>a</p>");
        open.Add(post, ReadWith);
        open.Staying = stays ? new HashSet<string> { post.SourceName } : new HashSet<string>();
        Assert.Equal(post, open.Find(summary, ReadWith));
        Assert.Equal(stays, open.Find(summary, ReadWith) is not null);
    }

    [Fact]
    public void One_with_half_of_a_letter_is_read_again()
    {
        var open = new OpenPosts(mostBytes: 1000, areTaken: false);
        foreach (var half in "😀")
        {
            var (post, summary) = PostOf($"<p>{half}</p>");
            open.Add(post, ReadWith);
            Assert.Null(open.Find(summary, ReadWith));
        }
    }

    [Theory]
    [InlineData("서울", 12, true)]
    [InlineData("서울", 11, false)]
    public void One_that_has_no_room_is_read_again(string html, int mostBytes, bool isFound)
    {
        var open = new OpenPosts(mostBytes, areTaken: false);
        // As large as its excerpt.
        var (post, summary) = PostOf(html);
        open.Add(post, ReadWith);
        Assert.Equal(isFound, open.Find(summary, ReadWith) is not null);
    }

    [Fact]
    public void One_that_was_taken_makes_room()
    {
        var open = new OpenPosts(mostBytes: 10, areTaken: true);
        var (post, summary) = PostOf("fives");
        open.Add(post, ReadWith);
        open.Add(post, ReadWith + 1);
        Assert.Null(open.Find(summary, ReadWith + 1));
        Assert.NotNull(open.Find(summary, ReadWith));
        Assert.Null(open.Find(summary, ReadWith));
        open.Add(post, ReadWith + 1);
        Assert.NotNull(open.Find(summary, ReadWith + 1));
    }

    private static (Post Post, PostSummary Summary) PostOf(string html)
    {
        var post = SiteText.Publish("-- _posts/2025-01-02-a.md --\ntext\n").Posts.Values.Single() with { Html = html, ExcerptHtml = html };
        return (post, PostSummary.Of(post, new SiteSettings()));
    }
}
