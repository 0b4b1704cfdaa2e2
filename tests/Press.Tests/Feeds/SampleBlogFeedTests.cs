using System.Text;
using System.Text.RegularExpressions;
using CodeHollow.FeedReader;
using Press.Testing;

namespace Press.Tests;

/// <summary>The feeds of the sample blog, which has posts as authors write them.</summary>
public sealed partial class SampleBlogFeedTests
{
    private static readonly Dictionary<string, string> Files = Make();

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("rss.ko.xml")]
    [InlineData("feed.en.json")]
    public void A_post_can_be_read_away_from_its_page(string name)
    {
        var links = FeedReader.ReadFromString(Files[name]).Items.SelectMany(item => Link().Matches(item.Content))
            .Select(link => link.Groups["url"].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http", link));
    }

    [Fact]
    public void The_real_post_is_whole()
    {
        var item = FeedReader.ReadFromString(Files["feed.ko.xml"]).Items.Single(
            item => item.Link.Contains("nvidia-gtc-2025", StringComparison.Ordinal));
        Assert.Contains("https://blog.example.com/images/GTC2025/GTC2025_main_pic.jpg", item.Content, StringComparison.Ordinal);
        Assert.InRange(item.Content.Length, 5_000, 100_000);
    }

    private static Dictionary<string, string> Make()
    {
        var names = Directory.EnumerateFiles(Repository.SampleBlog, "*", SearchOption.AllDirectories).Where(
            path => Path.GetExtension(path) is ".md" or ".yml");
        var publication = SiteText.PublisherAt(SiteText.Now).Publish(
        [
            .. names.Select(path =>
                SiteText.Source(
                    Path.GetRelativePath(Repository.SampleBlog, path).Replace('\\', '/').ToNormalForm(),
                    File.ReadAllBytes(path))),
        ]);
        var bodies = publication.Posts.Values.ToDictionary(post => post.SourceName, post => post.Html, StringComparer.Ordinal);
        return Generated.Of(publication.Site, publication.Catalog, bodies).Files.ToDictionary(
            file => file.Name, file => Encoding.UTF8.GetString(file.Content.Bytes.Span), StringComparer.Ordinal);
    }

    [GeneratedRegex("""\s(href|src|poster)="(?<url>[^"]*)"|\ssrcset="(?<url>[^" ]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
