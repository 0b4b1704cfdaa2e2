using Press.Storage;

namespace Press.Cli.Tests.Reading;

/// <summary>
/// The sample blog as <c>press serve</c> serves it, with what the sample lacks: listings of several pages, a post that has moved, a page, a
/// series, an author's data, and a post that is read from the right.
/// </summary>
public sealed class ServedBlog : IAsyncLifetime
{
    /// <summary>The old path of <c>/hello-press.html</c>.</summary>
    public const string MovedPath = "/old/hello.html";

    private const string Authors = """
        ara:
          name: Ara Lim
          picture: /images/hello.jpg
          bio: Writes about letters, tea and the web from Seoul, and reads more than she writes.
          url: https://ara.example
          links: [{ label: Mastodon, url: https://mastodon.example/@ara }]
          github: ara
        """;

    private const string Arabic = """
        ---
        title: رسالة قصيرة عن الكتابة
        lang: ar
        tags: [كتابة, Web]
        ---
        نكتب كي نتذكر، ونقرأ كي نفهم. هذه رسالة قصيرة عن الكتابة على الويب باستخدام `press build` و **Markdown**.

        <!--more-->

        ## الجمل القصيرة

        - الجملة القصيرة أسهل في القراءة.
        - النقطة صديقة القارئ.

        > الكتابة الجيدة إعادة كتابة.

        ```bash
        press build my-blog
        ```

        | الكلمة | العدد |
        | --- | --: |
        | سطر | ٦٠ |

        ## الصيغ

        طول السطر هو $n = 66$ حرفًا.

        """;

    private readonly SiteCopy _site = new();
    private readonly CancellationTokenSource _ctrlC = new();
    private PressRun _run = null!;

    /// <summary>Where it is served.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await File.AppendAllTextAsync(_site.PathOf("_config.yml"), "\npaginate: 3\n", TestContext.Current.CancellationToken);
        await EditAsync(
            "_posts/2025-01-06-hello-press.md",
            "featured: true\n",
            $"featured: true\nseries: A quiet start\nredirect_from: {MovedPath}\n");
        await EditAsync("_posts/2025-03-15-a-packing-list.md", "title:", "series: A quiet start\ntitle:");
        await AddAsync("_data/authors.yml", Authors);
        await AddAsync("about.md", "---\ntitle: About\n---\nA blog about writing.\n\n## How to write to us\n\nBy letter.\n");
        await AddAsync("_posts/2025-04-20-رسالة.md", Arabic);
        _run = PressRun.Start(_ctrlC.Token, "serve", _site.Folder, "--port", "0");
        Address = await _run.AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ctrlC.CancelAsync();
        await _run.ExitCode;
        _ctrlC.Dispose();
        _site.Dispose();
    }

    /// <summary>The paths of all its pages, ordered.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        var local = new LocalSite(new SourceInventory(new FolderStore(_site.Folder)), state: null, TimeProvider.System);
        var site = await local.ReadAsync(progress: null, TestContext.Current.CancellationToken);
        return [.. site.FileNames.Where(name => MediaTypes.Of(name) == MediaTypes.Html).Select(name => "/" + name)];
    }

    private async Task AddAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_site.PathOf(name))!);
        await File.WriteAllTextAsync(_site.PathOf(name), text, TestContext.Current.CancellationToken);
    }

    private async Task EditAsync(string name, string old, string @new)
    {
        var text = await File.ReadAllTextAsync(_site.PathOf(name), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _site.PathOf(name), text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
