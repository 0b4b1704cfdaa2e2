using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>What authors and designers do: few names and few contents, so that they meet often.</summary>
internal sealed class Uploads(World world, Random random)
{
    private static readonly string[] Names = ["a.md", "b.md", "_posts/2025-01-03-c.md", "d.md", "pictures/e.png", "pictures/e.png.480.webp", "f.svg"];
    private static readonly string[] SiteNames = ["_config.yml", "_layouts/post.html", "assets/own.css"];

    // Wide enough for a smaller version, and no larger than that takes; and one that is cut off.
    private static readonly byte[][] Pictures = [Press.Tests.Pictures.Png(500, 1, seed: 1), Press.Tests.Pictures.Png(490, 1, seed: 2), Press.Tests.Pictures.Png(500, 1, seed: 3)[..900]];

    private readonly HashSet<string> _versions = new(StringComparer.Ordinal);

    /// <summary>Uploads, overwrites or deletes something; the events that tell of it.</summary>
    public IEnumerable<SimulatedEvent> Act(bool deletes)
    {
        if (random.Next(6) == 0)
        {
            var file = Pick(SiteNames);
            if (deletes && random.Next(3) == 0)
                Delete(world.Site, file);
            else
                Put(world.Site, file, Encoding.UTF8.GetBytes(SiteContent(file)));
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
                Put(world.Posts, other, there.Bytes.ToArray());
                return [new(IsSite: false, name), new(IsSite: false, other)];
            default:
                Put(world.Posts, name, Content(name));
                return [new(IsSite: false, name)];
        }
    }

    /// <summary>Whether a version was ever uploaded.</summary>
    public bool Had(string name, string etag) => _versions.Contains($"{name} {etag}");

    private byte[] Content(string name) => name.StartsWith("pictures/", StringComparison.Ordinal) ? Pictures[random.Next(Pictures.Length)] : Encoding.UTF8.GetBytes(TextContent(name));

    private string TextContent(string name) => name switch
    {
        "f.svg" => random.Next(3) == 0 ? "<svg><script/></svg>" : $"<svg viewBox='0 0 4 {random.Next(1, 3)}'/>",
        _ => random.Next(6) switch
        {
            0 => "---\ntitle: [not closed\n---\n",
            1 => $"---\ntitle: To come\ndate: 2025-07-0{random.Next(2, 4)}\n---\nSoon.\n",
            2 => "---\ndraft: true\n---\nNot yet.\n",
            _ => $"---\ntitle: Title {random.Next(3)}\ndate: 2025-01-0{random.Next(1, 5)}\nlang: {Pick("en", "ko")}\npage_id: {Pick("x", "y")}\n{Pick("", "", "permalink: /x.html\n", "permalink: /y.html\n")}{Pick("", "featured_image: /pictures/e.png\n")}---\nSee [it](./{Pick("a.md", "b.md", "d.md")}).\n{Pick("", "![e](/pictures/e.png)\n", "![f](/f.svg)\n")}",
        },
    };

    private string SiteContent(string name) => name switch
    {
        "_config.yml" => Pick("title: One\n", "title: Two\nurl: https://example.com\n", "permalink: /:year/:slug.html\n", "exclude: [b.md]\n", "responsive_images: false\n", "exclude: [pictures]\n", "title: [\n"),
        "_layouts/post.html" => Pick("<p>{{ page.title }}</p>{{ content }}", "{{ site.title }}{{ content }}{{ page.previous.title }}", "{% broken"),
        _ => $"p {{ width: {random.Next(3)}px }}",
    };

    private void Put(MemoryStore store, string name, byte[] content)
    {
        var etag = store.WriteAsync(name, new StoreContent(content, "text/plain"), WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();
        _versions.Add($"{name} {etag}");
    }

    private static void Delete(MemoryStore store, string name) => store.DeleteAsync(name, null, CancellationToken.None).GetAwaiter().GetResult();

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
