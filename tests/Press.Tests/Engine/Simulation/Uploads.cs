using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>What authors and designers do: few names and few contents, so that they meet often.</summary>
internal sealed class Uploads(World world, Random random)
{
    private static readonly string[] Names = ["a.md", "b.md", "_posts/2025-01-03-c.md", "d.md", "pictures/e.png", "f.svg"];
    private static readonly string[] SiteNames = ["_config.yml", "_layouts/post.html", "assets/own.css"];

    private readonly Dictionary<string, string> _goodVersions = new(StringComparer.Ordinal);

    /// <summary>Uploads, overwrites or deletes something; the events that tell of it.</summary>
    public IEnumerable<SimulatedEvent> Act(bool deletes)
    {
        if (random.Next(6) == 0)
        {
            var file = Pick(SiteNames);
            if (deletes && random.Next(3) == 0)
                Delete(world.Site, file);
            else
                Put(world.Site, file, SiteContent(file));
            return [new(IsSite: true, file)];
        }

        var name = Pick(Names);
        switch (deletes ? random.Next(5) : 4)
        {
            case 0:
                Delete(world.Posts, name);
                return [new(IsSite: false, name)];
            case 1 when world.Posts.Items.TryGetValue(name, out var there):
                var other = Pick(Names);
                Delete(world.Posts, name);
                Put(world.Posts, other, Encoding.UTF8.GetString(there.Bytes.Span));
                return [new(IsSite: false, name), new(IsSite: false, other)];
            default:
                Put(world.Posts, name, Content(name));
                return [new(IsSite: false, name)];
        }
    }

    /// <summary>Whether a version was ever uploaded.</summary>
    public bool Had(string name, string etag) => _goodVersions.ContainsKey($"{name} {etag}");

    private string Content(string name) => name switch
    {
        "pictures/e.png" => $"picture {random.Next(3)}",
        "f.svg" => random.Next(3) == 0 ? "<svg><script/></svg>" : $"<svg><title>{random.Next(3)}</title></svg>",
        _ => random.Next(6) switch
        {
            0 => "---\ntitle: [not closed\n---\n",
            1 => $"---\ntitle: To come\ndate: 2025-07-0{random.Next(2, 4)}\n---\nSoon.\n",
            2 => "---\ndraft: true\n---\nNot yet.\n",
            _ => $"---\ntitle: Title {random.Next(3)}\ndate: 2025-01-0{random.Next(1, 5)}\nlang: {Pick("en", "ko")}\npage_id: {Pick("x", "y")}\n{Pick("", "", "permalink: /x.html\n", "permalink: /y.html\n")}---\nSee [it](./{Pick("a.md", "b.md", "d.md")}).\n",
        },
    };

    private string SiteContent(string name) => name switch
    {
        "_config.yml" => Pick("title: One\n", "title: Two\nurl: https://example.com\n", "permalink: /:year/:slug.html\n", "exclude: [b.md]\n", "title: [\n"),
        "_layouts/post.html" => Pick("<p>{{ page.title }}</p>{{ content }}", "{{ site.title }}{{ content }}{{ page.previous.title }}", "{% broken"),
        _ => $"p {{ width: {random.Next(3)}px }}",
    };

    private void Put(MemoryStore store, string name, string content)
    {
        var etag = store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();
        _goodVersions[$"{name} {etag}"] = content;
    }

    private static void Delete(MemoryStore store, string name) => store.DeleteAsync(name, null, CancellationToken.None).GetAwaiter().GetResult();

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
