using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>What authors and designers do: few names and few contents, so that they meet often.</summary>
internal sealed class Uploads(World world, Random random)
{
    private static readonly string[] Names = ["a.md", "b.md", "_posts/2025-01-03-c.md", "d.md", "\uAC00.md", "pictures/e.png", "_posts/pictures/e.png", "f.svg", "assets/g.png", "_config.yml", "_drafts/a.md"];
    private static readonly string[] SiteNames = ["_config.yml", "_layouts/post.html", "_layouts/home.html", "_includes/part.html", "assets/own.css", "assets/press.css", "assets/g.png"];

    // What the last change was made to: a change that is taken back at once is what a build that was cut off stumbles over.
    private (MemoryStore Store, string Name, string? Content)? _undo;
    private readonly Dictionary<string, string> _goodVersions = new(StringComparer.Ordinal);

    /// <summary>Uploads, overwrites or deletes something; the events that tell of it.</summary>
    public IEnumerable<SimulatedEvent> Act(bool sweepFollows)
    {
        if (_undo is not null && random.Next(6) == 0)
            return [TakeBack()];

        if (random.Next(6) == 0)
        {
            var file = Pick(SiteNames);
            if (random.Next(3) == 0)
                Delete(world.Site, file);
            else
                Put(world.Site, file, SiteContent(file));
            return [new(IsSite: true, file)];
        }

        // Without a sweep nothing is built for what is never published.
        var name = Pick(sweepFollows ? Names : Names[..^1]);
        switch (random.Next(5))
        {
            case 0:
                Delete(world.Posts, name);
                return [new(IsSite: false, name)];
            case 1 when world.Posts.Items.TryGetValue(name, out var there):
                var other = Pick(sweepFollows ? Names : Names[..^1]);
                Delete(world.Posts, name);
                Put(world.Posts, other, Encoding.UTF8.GetString(there.Bytes.Span));
                return [new(IsSite: false, name), new(IsSite: false, other)];
            default:
                Put(world.Posts, name, Content(name));
                return [new(IsSite: false, name)];
        }
    }

    /// <summary>Whether this version was ever uploaded, with this content.</summary>
    public bool Had(string name, GoodVersion version) =>
        _goodVersions.TryGetValue($"{name} {version.ETag}", out var content) && version.Content is { } kept && Encoding.UTF8.GetString(kept) == content;

    /// <summary>Changes or deletes something that is there, or the settings.</summary>
    public SimulatedEvent Change()
    {
        var there = world.Posts.Names.Where(name => name != "_drafts/a.md").ToArray();
        if (there is [] || random.Next(3) == 0)
        {
            Put(world.Site, "_config.yml", SiteContent("_config.yml"));
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

    private string Content(string name) => name switch
    {
        _ when name.EndsWith(".png", StringComparison.Ordinal) => $"picture {random.Next(3)}",
        "_config.yml" => "title: Not a designer's\n",
        "f.svg" => random.Next(3) == 0 ? "<svg><script/></svg>" : $"<svg><title>{random.Next(3)}</title></svg>",
        _ => random.Next(8) switch
        {
            0 => "---\ntitle: [not closed\n---\n",
            1 => ToCome(random.Next(2, 4)),
            2 => "---\ndraft: true\n---\nNot yet.\n",
            3 => "Neither title nor date.\n",
            4 => $"---\ntitle: Same\npermalink: /{Pick("x.html", "index.html", "f.svg")}\n---\nText.\n",
            _ => $"---\ntitle: Title {random.Next(3)}\ndate: 2025-01-0{random.Next(1, 5)}\nlang: {Pick("en", "ko")}\npage_id: {Pick("x", "y")}\n{Pick("", "", "permalink: /x.html\n", "permalink: /y.html\n")}---\nSee [it](./{Pick("a.md", "b.md", "d.md")}).\n",
        },
    };

    private static string ToCome(int day) => $"---\ntitle: To come\ndate: 2025-07-0{day}\n---\nSoon {day}.\n";

    private string SiteContent(string name) => name switch
    {
        "_config.yml" => Pick("title: One\n", "title: Two\nurl: https://example.com\n", "permalink: /:year/:slug.html\n", "exclude: [b.md]\n", "title: [\n"),
        "_layouts/post.html" => Pick("<p>{{ page.title }}</p>{{ content }}", "{{ site.title }}{{ content }}{{ page.previous.title }}", "{% include part.html %}{{ content }}", "{% broken"),
        "_layouts/home.html" => Pick("<p>{{ site.title }}</p>", "{% include part.html %}", "{% broken"),
        "_includes/part.html" => Pick("<b>{{ site.title }}</b>", "<i></i>", "{% broken"),
        "assets/g.png" => $"picture {random.Next(3)}",
        _ => $"p {{ width: {random.Next(3)}px }}",
    };

    private void Put(MemoryStore store, string name, string content)
    {
        Remember(store, name);
        var etag = store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();
        _goodVersions[$"{name} {etag}"] = content;
    }

    private void Delete(MemoryStore store, string name)
    {
        Remember(store, name);
        store.DeleteAsync(name, null, CancellationToken.None).GetAwaiter().GetResult();
    }

    private void Remember(MemoryStore store, string name) =>
        _undo = (store, name, store.Items.TryGetValue(name, out var there) ? Encoding.UTF8.GetString(there.Bytes.Span) : null);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
