using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Press.Testing;

namespace Press.Tests;

/// <summary>Whatever a page of the sample blog leads to or loads is there, down to the place within a page.</summary>
public sealed class SampleLinksTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/blog")]
    public void Every_link_of_the_site_leads_to_a_file_and_every_fragment_to_an_element(string basePath)
    {
        var site = SampleBlog.Publish($"baseurl: {basePath}\npaginate: 3");
        Assert.Empty(site.Diagnostics);
        var pages = site.Files.Values.Where(file => file.Content.ContentType == MediaTypes.Html)
            .ToDictionary(file => file.Name, file => new HtmlParser().ParseDocument(site.File(file.Name)), StringComparer.Ordinal);
        var origin = new Uri("https://blog.example.com");

        var lost = new List<string>();
        var found = 0;
        foreach (var (name, page) in pages)
        {
            var address = new Uri(origin, UrlPath.Encode($"{basePath}/{name}"));
            foreach (var link in LinksOf(page))
            {
                var target = new Uri(address, link);
                if (target.Host != origin.Host)
                    continue;
                found++;
                if (!IsThere(target, basePath, site, pages))
                    lost.Add($"{name}: {link}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.InRange(found, 700, 7_000);
    }

    [Fact]
    public void Every_address_of_the_sitemap_and_every_page_of_the_search_is_there()
    {
        var site = SampleBlog.Publish("baseurl: /blog");
        var sitemap = new HtmlParser().ParseDocument(site.File("sitemap.xml")).QuerySelectorAll("loc")
            .Select(element => element.TextContent);
        var found = site.Files.Values.Where(file => file.Name.StartsWith("search-", StringComparison.Ordinal))
            .SelectMany(file => site.File(file.Name).Split('\n'))
            .Where(line => line.StartsWith('/'))
            .Select(line => "/blog" + line.Split('\t')[0])
            .ToList();
        Assert.Equal(9, found.Count);
        Assert.All(
            [.. sitemap, .. found],
            link => Assert.True(IsThere(new Uri(new Uri("https://blog.example.com"), link), "/blog", site, pages: null), link));
    }

    private static bool IsThere(Uri target, string basePath, Publication site, Dictionary<string, IHtmlDocument>? pages)
    {
        var path = UrlPath.Decode(target.AbsolutePath);
        if (!path.StartsWith(basePath + "/", StringComparison.Ordinal))
            return false;
        var name = path[(basePath.Length + 1)..];
        if (name is "" || name.EndsWith('/'))
            name += "index.html";
        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return site.Files.ContainsKey(name) && (fragment is "" || pages?.GetValueOrDefault(name)?.GetElementById(fragment) is not null);
    }

    /// <summary>All that a browser follows or loads, and the addresses that a page tells machines.</summary>
    private static IEnumerable<string> LinksOf(IDocument page)
    {
        foreach (var attribute in (string[])["href", "src", "poster", "action", "data-index"])
        {
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
                yield return element.GetAttribute(attribute)!;
        }

        foreach (var element in page.QuerySelectorAll("[srcset]"))
        {
            foreach (var candidate in element.GetAttribute("srcset")!.Split(','))
                yield return candidate.Trim().Split(' ')[0];
        }

        foreach (var element in page.QuerySelectorAll("meta[property='og:url'], meta[property='og:image']"))
            yield return element.GetAttribute("content")!;
        foreach (var element in page.QuerySelectorAll("meta[http-equiv=refresh]"))
            yield return element.GetAttribute("content")!.Split("url=")[1];
    }
}
