using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>What authors and designers do: few names and few contents, so that they meet often.</summary>
internal sealed class Uploads(World world, Choices random)
{
    private static readonly string[] Names =
    [
        "a.md", "b.md", "_posts/2025-01-03-c.md", "d.md", "\uAC00.md", "pictures/e.png", "_posts/pictures/e.png",
        "pictures/e.png.480.webp", "f.svg", "assets/g.png", "_config.yml", "X.md", "x.html/e.png", "part.html", "empty.md",
        "_drafts/a.md",
    ];
    private static readonly string[] SiteNames = ["_config.yml", "_layouts/post.html", "_layouts/home.html", "_includes/part.html",
        "_data/d.yml", "assets/own.css", "assets/press.css", "assets/g.png"];

    // Wide enough for a smaller version, and no larger than that takes; and one that is cut off.
    private static readonly byte[][] Pictures =
    [
        Press.Tests.Pictures.Png(500, 1, seed: 1), Press.Tests.Pictures.Png(490, 1, seed: 2),
        Press.Tests.Pictures.Png(500, 1, seed: 3)[..900],
    ];

    // What the last change was made to: a change that is taken back at once is what a build that was cut off stumbles over.
    private (MemoryStore Store, string Name, byte[]? Content)? _undo;
    private readonly Dictionary<string, byte[]> _goodVersions = new(StringComparer.Ordinal);
    private int _uploads;

    /// <summary>Uploads, overwrites or deletes something; the events that report it.</summary>
    public IEnumerable<SimulatedEvent> Act(bool deletes)
    {
        if (deletes && _undo is not null && random.Next(6) == 0)
            return [TakeBack()];

        if (random.Next(6) == 0)
        {
            var file = Pick(SiteNames);
            if (deletes && random.Next(3) == 0)
                Delete(world.Site, file);
            else
                Put(world.Site, file, Encoding.UTF8.GetBytes(SiteContent(file)));
            return [new(IsSite: true, file)];
        }

        // Without a sweep nothing is built for what is never published.
        var name = Pick(deletes ? Names : Names[..^1]);
        switch (deletes ? random.Next(5) : 4)
        {
            case 0:
                Delete(world.Posts, name);
                return [new(IsSite: false, name)];
            case 1 when world.Posts.Items.TryGetValue(name, out var there):
                var other = Pick(Names);
                Delete(world.Posts, name);
                Put(world.Posts, other, there.Bytes.ToArray());
                return [new(IsSite: false, name), new(IsSite: false, other)];
            default:
                Put(world.Posts, name, Content(name));
                return [new(IsSite: false, name)];
        }
    }

    /// <summary>Whether this version was ever uploaded, with this content.</summary>
    public bool Had(string name, GoodVersion version) =>
        _goodVersions.TryGetValue($"{name} {version.ETag}", out var content) && version.Content is { } kept
            && kept.AsSpan().SequenceEqual(content);

    /// <summary>Whether this content was ever uploaded, under whatever name.</summary>
    public bool Had(ReadOnlyMemory<byte> content) => _goodVersions.Values.Any(version => content.Span.SequenceEqual(version));

    /// <summary>Changes or deletes something that is there, or the settings.</summary>
    public SimulatedEvent Change()
    {
        var there = world.Posts.Names.Where(name => name != "_drafts/a.md").ToArray();
        if (there is [] || random.Next(3) == 0)
        {
            Put(world.Site, "_config.yml", Encoding.UTF8.GetBytes(SiteContent("_config.yml")));
            return new(IsSite: true, "_config.yml");
        }

        var name = Pick(there);
        if (random.Next(2) == 0)
            Delete(world.Posts, name);
        else
            Put(world.Posts, name, Content(name));
        return new(IsSite: false, name);
    }

    /// <summary>Undoes the last change.</summary>
    public SimulatedEvent TakeBack()
    {
        var (store, name, content) = _undo!.Value;
        if (content is null)
            Delete(store, name);
        else
            Put(store, name, content);
        return new(store == world.Site, name);
    }

    private byte[] Content(string name) =>
        name == "empty.md" && random.Next(2) == 0
            ? [] : MediaTypes.OfMedia(name) is null or MediaTypes.Svg
                ? Encoding.UTF8.GetBytes(TextContent(name))
                : Pictures[random.Next(Pictures.Length)];

    private string TextContent(string name) => name switch
    {
        "_config.yml" => "title: Not a designer's\n",
        "part.html" => $"<b>part {random.Next(3)}</b> {{{{ page.title }}}}",
        "f.svg" => random.Next(3) == 0 ? "<svg><script/></svg>" : $"<svg viewBox='0 0 4 {random.Next(1, 3)}'/>",
        _ => random.Next(10) switch
        {
            9 => "---\ntitle: Liquid\n"
                + $"{Pick("", "draft: true\n", "layout: post\n", "layout: page\n")}date: 2025-01-0{random.Next(1, 5)}\n---\n"
                + $"{Liquid()}{Pick("", Liquid())}",
            0 => "---\ntitle: [not closed\n---\n",
            1 => ToCome(random.Next(2, 4)),
            2 => "---\ndraft: true\n---\nNot yet.\n",
            3 => "Neither title nor date.\n",
            5 =>
                $"---\ntitle: In time\ntags: [{Pick("a b", "a-b", "A b")}]\npublishDate: 2025-07-0{random.Next(1, 4)}\n"
                    + $"expiryDate: 2025-07-0{random.Next(2, 5)}\n---\n## There\n",
            4 =>
                "---\ntitle: Same\npermalink: "
                    + $"/{Pick("x.html", "X.html", "index.html", "f.svg", "archive.html", ".well-known/x", "tags/z.html")}\n"
                    + $"tags: [{Pick("z", "w")}]\n---\nText.\n",
            _ =>
                $"---\ntitle: Title {random.Next(3)} v{++_uploads}\ndate: 2025-01-0{random.Next(1, 5)}\nlang: {Pick("en", "ko")}\n"
                    + $"page_id: {Pick("x", "y")}\n{Pick("", "", "permalink: /x.html\n", "permalink: /y.html\n")}"
                    + $"{Pick("", "featured_image: /pictures/e.png\n")}---\n"
                    + $"Body v{_uploads}. See [it](./{Pick("a.md", "b.md", "d.md")}).\n"
                    + $"{Pick("", "![e](/pictures/e.png)\n", "![f](/f.svg)\n")}{Links()}",
        },
    };

    private string Links() =>
        Pick(
            "",
            "[x](/x.html)\n",
            "[x](/d.html#there)\n",
            "[x](/D.html#none)\n",
            "<a href=\"y.html\">y</a>\n",
            "![e](pictures/e.png)\n",
            "[home](/)\n");

    /// <summary>What only the posts of a Jekyll site have.</summary>
    private string Liquid() => Pick(
        "{% include part.html word=\"x\" %}\n\n",
        "## {{ site.title }}\n\n",
        "{{ site.data.d.word }}{% for n in site.data.d.list %}{{ n }} {% endfor %}\n\n",
        "[c]({% post_url 2025-01-03-c %}) [b]({% link b.md %})\n\n",
        "{% include_relative part.html %}\n\n",
        "{% nothing %} {{ page.title | nothing }}{% raw %}{{ a }}{% endraw %}\n\n",
        "{% for post in site.posts %}[{{ post.title }}]({{ post.url }}) {% endfor %}{{ paginator.total_posts }}\n\n",
        "{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n");

    private static string ToCome(int day) => $"---\ntitle: To come\ndate: 2025-07-0{day}\n---\nSoon {day}.\n";

    private string SiteContent(string name) => name switch
    {
        "_config.yml" => Pick(
            "title: One\n", "title: Two\nurl: https://example.com\n", "permalink: /:year/:slug.html\n", "exclude: [b.md]\n",
            "responsive_images: false\n", "exclude: [pictures]\n", "title: [\n",
            "title: Three\ncompatibility: jekyll\n", "title: Four\nurl: https://example.com\ncompatibility: jekyll\n"),
        "_layouts/post.html" => Pick(
            "<p>{{ page.title }}</p>{{ content }}", "{{ site.title }}{{ content }}{{ page.previous.title }}",
            "{% include part.html %}{{ content }}", "{% broken", "{% nothing %}{{ content }}",
            "{{ site.posts.size }}{{ content }}{{ site.data.d.word }}"),
        "_layouts/home.html" => Pick("<p>{{ site.title }}</p>", "{% include part.html %}", "{% broken"),
        "_includes/part.html" => Pick("<b>{{ site.title }}</b>", "<i></i>", "{% broken", "{{ include.word }}{{ site.data.d.word }}"),
        "_data/d.yml" => Pick("word: One\n", "word: Two\nlist: [1, 2]\n", "word: [\n"),
        "assets/g.png" => $"picture {random.Next(3)}",
        _ => $"p {{ width: {random.Next(3)}px }}",
    };

    private void Put(MemoryStore store, string name, byte[] content)
    {
        Remember(store, name);
        world.Trace.Add($"{world.NameOf(store)}/{name} is uploaded: {Shown(name, content)}");
        var etag = store.WriteAsync(name, new StoreContent(content, "text/plain"), WriteCondition.Always, CancellationToken.None)
            .GetAwaiter().GetResult();
        _goodVersions[$"{name} {etag}"] = content;
    }

    private void Delete(MemoryStore store, string name)
    {
        Remember(store, name);
        world.Trace.Add($"{world.NameOf(store)}/{name} is deleted");
        store.DeleteAsync(name, null, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Shown(string name, byte[] content) =>
        name.EndsWith(".png", StringComparison.Ordinal)
            ? $"{content.Length} bytes"
            : Encoding.UTF8.GetString(content).Replace("\n", " | ", StringComparison.Ordinal);

    private void Remember(MemoryStore store, string name) =>
        _undo = (store, name, store.Items.TryGetValue(name, out var there) ? there.Bytes.ToArray() : null);

    private string Pick(params string[] choices) => random.Of(choices);
}
