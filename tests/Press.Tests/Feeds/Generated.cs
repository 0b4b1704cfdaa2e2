using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests;

/// <summary>The generated files of a few posts.</summary>
internal sealed class Generated
{
    /// <summary>A site with everything that a feed can show.</summary>
    public const string Config =
        "title: 조용한 글\ndescription: Notes & <figures>\nurl: https://blog.example.com\nbaseurl: /b\nlang: en\nlanguages: [en, ko]\n";

    /// <summary>One post in two languages, one with a past, one that is hidden.</summary>
    public static readonly PostEntry[] Posts =
    [
        Some.Post(
            "/first.html",
            title: "First",
            date: "2025-01-02T09:30:00+09:00",
            updated: "2025-03-01T00:00:00+00:00",
            tags: ["AI", "C#"],
            excerpt: "Use List<T> & go.",
            pageId: "first"),
        Some.Post(
            "/ko/first.html",
            title: "첫 글",
            date: "2025-01-02T09:30:00+09:00",
            lang: "ko",
            excerpt: "요약입니다.",
            pageId: "first") with
        {
            Author = "임아라",
            Image = "https://blog.example.com/b/images/%ED%91%9C%EC%A7%80.jpg",
        },
        Some.Post("/서울 산책.html", title: "Walk", date: "2025-02-01T00:00:00+00:00"),
        Some.Post("/secret.html", title: "Secret", date: "2025-04-01T00:00:00+00:00", hidden: true),
    ];

    private readonly ImmutableSortedDictionary<string, PublicFile> _files;

    private Generated(IEnumerable<PublicFile> files) =>
        _files = files.ToImmutableSortedDictionary(file => file.Name, file => file, StringComparer.Ordinal);

    public IEnumerable<string> Names => _files.Keys;

    public IEnumerable<PublicFile> Files => _files.Values;

    /// <summary>The files of these posts, whose bodies are given by source.</summary>
    public static Generated Of(IEnumerable<PostEntry> posts, string config = Config, params (string Source, string Html)[] bodies)
    {
        var site = Site.Of([SiteText.Source("_config.yml", config)]);
        Assert.DoesNotContain(site.Diagnostics, diagnostic => diagnostic.IsError);
        return Of(
            site,
            Catalog.Of(posts, site.Settings.Language),
            bodies.ToDictionary(body => body.Source, body => body.Html, StringComparer.Ordinal));
    }

    /// <inheritdoc cref="Of(IEnumerable{PostEntry}, string, ValueTuple{string, string}[])"/>
    public static Generated Of(Site site, Catalog catalog, IReadOnlyDictionary<string, string> bodies)
    {
        var settings = site.Settings;
        var selection = FeedSelection.Of(catalog, settings);
        var entries = new FeedEntries(
            selection.Entries,
            entry => new FeedBody(HashBuilder.Of(entry.Source), (_, _) => new(bodies.GetValueOrDefault(entry.Source))),
            settings);
        var feeds = FeedFiles.Of(settings, selection, 0, entries);
        var sitemap = Sitemap.Of(settings, catalog, ["/", "/ko/"], 0, _ => 0);
        var files = feeds.Concat(sitemap).Append(Robots.Of(settings, 0)).Concat(PostIndex.Of(catalog, settings, 0, _ => 0));
        var plan = SitePlan.Of([], [], site, SiteText.Now);
        var inputs = new PlanInputs(plan, PlannedImages.Of(plan, _ => null), trustsHtml: false);
        return new([.. files.Select(file => Render(file, inputs))]);
    }

    /// <summary>Makes a file that needs no source.</summary>
    /// <param name="file">The file.</param>
    /// <param name="inputs">Null for one that needs nothing of the plan.</param>
    public static PublicFile Render(PlannedFile file, PlanInputs? inputs = null) =>
        new(
            file.Name,
            file.RenderAsync(inputs!, null!, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult().Content,
            file.SourceName);

    public PublicFile File(string name) => _files[name];

    public string Text(string name) => Encoding.UTF8.GetString(File(name).Content.Bytes.Span);

    public XElement Xml(string name) => XDocument.Parse(Text(name)).Root!;

    public JsonElement Json(string name) => JsonDocument.Parse(File(name).Content.Bytes).RootElement;
}
