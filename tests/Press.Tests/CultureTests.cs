using System.Globalization;
using Press.Testing;

namespace Press.Tests;

/// <summary>What is published and said does not depend on the culture of the machine: its calendar, its signs, its i.</summary>
public sealed class CultureTests
{
    private const string Site =
        """
        -- _config.yml --
        title: INFINITE
        permalink: /:year/:month/:title.html
        -- _layouts/post.html --
        {{ page.date | date: "%A %d %B %Y" }} {{ page.title | upcase }} {{ -1.5 | times: 2 }} {{ 'now' | date: '%x' }} {{ content }}
        -- _posts/2025-03-24-I-title.md --
        ---
        title: I title
        tags: [INFO, Info, İstanbul]
        ---
        Text of 1,234 words.
        -- _posts/2025-03-25-second.markdown --
        ---
        date: 2025-03-25 10:00 +0900
        last_modified_at: 2025-04-01
        IMAGE: x
        ---
        # Heading İI
        ```CSHARP
        if (x) return;
        ```
        -- _posts/2025-03-26-broken.md --
        ---
        date: 2025-13-01
        ---
        -- film.EXE --
        x
        """;

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void A_site_is_the_same_in_every_culture(string culture)
    {
        var tooLong = SiteText.Source("_posts/2025-03-27-long.md", new string('x', (4 * 1024 * 1024) + 1));
        var sources = SiteText.Sources(Site).Append(tooLong).ToList();
        var (files, diagnostics) = Publish(sources, CultureInfo.InvariantCulture);
        Assert.Contains("2025/03/i-title.html", files.Keys);
        Assert.Contains(diagnostics, line => line.Contains("4,194,305", StringComparison.Ordinal));

        var (others, told) = Publish(sources, CultureInfo.GetCultureInfo(culture));
        Assert.Equal(diagnostics, told);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), others.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in files)
            Assert.True(text == others[name], name);
    }

    [Fact]
    public void The_cultures_that_are_tried_differ() =>
        Assert.Equal("2568", new DateTime(2025, 1, 1, new GregorianCalendar()).ToString("yyyy", CultureInfo.GetCultureInfo("th-TH")));

    private static (Dictionary<string, string> Files, List<string> Diagnostics) Publish(
        IReadOnlyCollection<Source> sources,
        CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // It goes along to the threads that lay out posts.
            CultureInfo.CurrentCulture = culture;
            var publication = SiteText.PublisherAt(SiteText.Now).Publish(sources);
            var files = publication.Files.Keys.ToDictionary(name => name, name => publication.File(name));
            return (files, [.. publication.Diagnostics.Select(found => found.ToString())]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
