using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

/// <summary>
/// A plan that takes from the one before what is the same is the plan that is made from nothing: after each of many edits of a site,
/// large and small, the same reader and a new one plan the same files, say the same of them, and make the same bytes.
/// </summary>
public sealed class ReplanningTests
{
    private const int Steps = 50;

    private static readonly string[] Titles = ["One", "Two", "하나", "Über", "A & B"];
    private static readonly string[] Tags = ["x", "y", "X", "한글"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_plan_from_the_one_before_is_the_plan_from_nothing(int seed)
    {
        var random = new Random(seed);
        var clock = new FakeTimeProvider(SiteText.Now);
        var site = new EditedSite(random);
        var (sources, posts) = (new MemorySources(), 0);
        var kept = Reader(sources, clock);
        for (var step = 0; step < Steps; step++)
        {
            site.Edit();
            if (random.Next(20) == 0)
                clock.Advance(TimeSpan.FromDays(20));
            sources.Replace(site.Sources());

            var planned = await kept.ReadAsync(progress: null, TestContext.Current.CancellationToken);
            var whole = await Reader(sources, clock).ReadAsync(progress: null, TestContext.Current.CancellationToken);
            Assert.Equal(DescriptionOf(whole), DescriptionOf(planned));
            Assert.Equal(DescriptionOf(whole.WithWithheld.Value), DescriptionOf(planned.WithWithheld.Value));
            if (step % 3 == 0)
                Assert.Equal(await BytesOfAsync(whole), await BytesOfAsync(planned));
            posts += planned.Catalog.Entries.Length;
        }

        Assert.True(posts > 3 * Steps, "The site has hardly a post.");
    }

    [Fact]
    public async Task Another_text_leaves_the_places_and_another_title_the_plan()
    {
        var sources = new MemorySources();
        var reader = Reader(sources, new FakeTimeProvider(SiteText.Now));
        var first = await ReadAsync("Two", "Text.");
        var second = await ReadAsync("Two", "Other text.");
        var third = await ReadAsync("Second", "Other text.");
        Assert.Same(first.Plan.Frame, second.Plan.Frame);
        Assert.Same(first.Plan.Frame, third.Plan.Frame);
        // What shows neither the text nor the title is the same file.
        Assert.Same(first.Files.Find("one.html"), second.Files.Find("one.html"));
        Assert.NotSame(second.Files.Find("one.html"), third.Files.Find("one.html"));
        Assert.Same(first.Files.Find("four.html"), third.Files.Find("four.html"));

        async Task<SiteState> ReadAsync(string title, string text)
        {
            sources.Replace(SiteText.Sources($"""
                -- 2025-01-01-four.md --
                ---
                title: Four
                ---
                -- 2025-01-02-three.md --
                ---
                title: Three
                ---
                -- 2025-01-03-one.md --
                ---
                title: One
                ---
                -- 2025-01-04-two.md --
                ---
                title: {title}
                ---
                {text}

                """));
            return await reader.ReadAsync(progress: null, TestContext.Current.CancellationToken);
        }
    }

    private static SiteReader Reader(MemorySources sources, TimeProvider clock) =>
        new(sources, clock, trustsHtml: false, new ImageCache(), new GoodVersions(store: null));

    private static string DescriptionOf(SiteState site)
    {
        var text = new StringBuilder();
        foreach (var file in site.Files.Files)
            text.Append(CultureInfo.InvariantCulture, $"{file.Name} {file.MadeOf} {file.SourceName} {file.Layout}\n");
        foreach (var found in SiteDiagnostics.Of(site.SourceDiagnostics))
            text.Append(CultureInfo.InvariantCulture, $"{found}\n");
        return text.Append(Encoding.UTF8.GetString(CatalogJson.Serialize(site.Catalog.Entries))).ToString();
    }

    private static async Task<string> BytesOfAsync(SiteState site)
    {
        var text = new StringBuilder();
        foreach (var file in site.Files.Files)
        {
            var rendered = await site.RenderAsync(file, TestContext.Current.CancellationToken);
            text.Append(file.Name).Append('\n').Append(Encoding.UTF8.GetString(rendered.Content.Bytes.Span)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A site in which something is edited again and again.</summary>
    private sealed class EditedSite(Random random)
    {
        private readonly SortedDictionary<string, Dictionary<string, string>> _posts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal)
        {
            ["_config.yml"] = "title: A site\nurl: https://b.example\nlanguages: [en, ko]\nshare_pictures: true\npaginate: 3",
            ["images/a.svg"] = """<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>""",
        };

        public void Edit()
        {
            while (_posts.Count < 6)
                AddPost();
            switch (random.Next(12))
            {
                case 0:
                    AddPost();
                    break;
                case 1:
                    _posts.Remove(AnyPost());
                    break;
                case 2:
                    EditSite();
                    break;
                case var kind:
                    // Most edits are of a text, and some are of several posts at once.
                    for (var posts = random.Next(1, 3); posts > 0; posts--)
                        EditPost(_posts[AnyPost()], isOfText: kind < 9);
                    break;
            }
        }

        public IReadOnlyCollection<Source> Sources() => SiteText.Sources(string.Concat(
            _others.Select(file => $"-- {file.Key} --\n{file.Value}\n").Concat(
                _posts.Select(post => $"-- {post.Key} --\n{TextOf(post.Value)}\n"))));

        private string AnyPost() => _posts.Keys.ElementAt(random.Next(_posts.Count));

        private void AddPost()
        {
            var number = random.Next(20);
            var folder = random.Next(6) == 0 ? "ko/" : "";
            var name = random.Next(6) == 0
                ? $"page-{number}.md"
                : string.Create(CultureInfo.InvariantCulture, $"{folder}2025-03-{number + 1:00}-post-{number}.md");
            var post = new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "Text.", ["title"] = $"Post {number}" };
            if (folder is not "")
                (post["lang"], post["page_id"]) = ("ko", $"id-{number % 4}");
            _posts[name] = post;
        }

        private void EditPost(Dictionary<string, string> post, bool isOfText)
        {
            if (isOfText)
            {
                post["text"] = AnyText();
                if (random.Next(3) == 0)
                    post["title"] = Titles[random.Next(Titles.Length)];
                return;
            }

            var (key, value) = random.Next(12) switch
            {
                0 => ("tags", $"[{Tags[random.Next(Tags.Length)]}, {Tags[random.Next(Tags.Length)]}]"),
                1 => ("categories", $"[{Tags[random.Next(Tags.Length)]}]"),
                2 => ("hidden", "true"),
                3 => ("featured", "true"),
                4 => ("page_id", $"id-{random.Next(4)}"),
                5 => ("redirect_from", $"/old-{random.Next(5)}.html"),
                6 => ("series", $"Series {random.Next(2)}"),
                7 => ("date", string.Create(CultureInfo.InvariantCulture, $"2025-0{random.Next(3, 9)}-10")),
                8 => ("permalink", $"/p-{random.Next(5)}.html"),
                9 => ("draft", "true"),
                10 => ("author", random.Next(2) == 0 ? "ara" : "[ara, Ben]"),
                _ => ("image", "/images/a.svg"),
            };
            if (!post.Remove(key))
                post[key] = value;
        }

        private string AnyText()
        {
            var other = AnyPost();
            return random.Next(8) switch
            {
                0 => "Text.",
                1 => $"Words {random.Next(100)}.\n\n<!--more-->\n\nMore [there](/{other}).",
                2 => $"## Part {random.Next(3)}\n\nSee [the part]({Path.GetFileName(other)}#part-{random.Next(3)}).",
                3 => $"[dead](/nowhere-{random.Next(5)}.html) and [near](/indx.html)",
                4 => "![a](/images/a.svg)",
                5 => $"[page](/post-{random.Next(20)}.html#part-{random.Next(3)})",
                6 => $"[source]({other.Replace("-post", "-pots", StringComparison.Ordinal)})",
                _ => $"# Part {random.Next(3)}\n\n본문 {random.Next(10)}",
            };
        }

        private void EditSite()
        {
            switch (random.Next(5))
            {
                case 3:
                    _others["_data/authors.yml"] = $"ara: {{ name: Ara {random.Next(2)}, picture: /images/a.svg }}";
                    break;
                case 0:
                    _others["_config.yml"] = $"title: Site {random.Next(3)}\nurl: https://b.example\nlanguages: [en, ko]\n"
                        + $"share_pictures: true\npaginate: {random.Next(2, 4)}";
                    break;
                case 1:
                    _others["images/a.svg"] = $"""<svg xmlns="http://www.w3.org/2000/svg" width="{random.Next(5, 9)}" height="10"></svg>""";
                    break;
                case 2:
                    _others["images/b.svg"] = _others["images/a.svg"];
                    break;
                default:
                    _others["_layouts/post.html"] = random.Next(3) switch
                    {
                        0 => "---\nlayout: default\n---\n{{ page.content }} {% for post in site.posts %}{{ post.title }}{% endfor %}",
                        1 => "---\nlayout: default\n---\n{{ page.content }} {{ page.next.title }}",
                        _ => "---\nlayout: default\n---\n{{ page.content }}",
                    };
                    break;
            }
        }

        private static string TextOf(Dictionary<string, string> post)
        {
            var keys = post.Where(key => key.Key is not "text").Select(key => $"{key.Key}: {key.Value}\n");
            return $"---\n{string.Concat(keys)}---\n{post["text"]}\n";
        }
    }
}
