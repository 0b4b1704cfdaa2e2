using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Press.Benchmarks;

/// <summary>The stages by themselves, each with its memory: where one of them gets slower, its row says so.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly Source[] _sources = SourcesOf(1000);
    private readonly PostReader _reader = new(new SiteSettings(), trustsHtml: false);
    private SiteState _site = null!;
    private Post _post = null!;
    private PlannedFile _page = null!;
    private PlannedFile _home = null!;
    private ImmutableArray<IndexedPost> _part = [];

    /// <summary>Runs them in this process, which is as it was built.</summary>
    public static Task RunAsync() => Task.FromResult(BenchmarkRunner.Run<StageBenchmarks>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))));

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var sources = new MemorySources();
        sources.Replace(_sources);
        var reader = new SiteReader(sources, TimeProvider.System, trustsHtml: false, new ImageCache(), new GoodVersions(store: null));
        _site = await reader.ReadAsync(progress: null, CancellationToken.None);
        _post = _reader.Read(_sources[0]).Post!;
        _page = _site.Files.Files.First(file => file.SourceName == _sources[0].Name);
        _home = _site.Files.Find("index.html")!;
        var byName = _sources.ToDictionary(source => source.Name, StringComparer.Ordinal);
        _part =
        [
            .. _site.Plan.Catalog.Entries.Take(SearchPart.MaxPosts).Select(
                entry => new IndexedPost(entry, PostWords.Of(_reader.Read(byName[entry.Source]).Post!.Html))),
        ];
    }

    [Benchmark(Description = "read a post")]
    public object Read() => _reader.Read(_sources[0]);

    [Benchmark(Description = "words of a post")]
    public int Words() => PostWords.Of(_post.Html).Bytes.Length;

    [Benchmark(Description = "plan 1,000 posts")]
    public object Plan() => SitePlan.Of(_site.Plan.Posts, _site.Plan.Assets, _site.Site, _site.Moment);

    [Benchmark(Description = "page of a post, read before")]
    public async Task<int> PageAsync() => (await _site.RenderAsync(_page, CancellationToken.None)).Content.Bytes.Length;

    [Benchmark(Description = "home page")]
    public async Task<int> HomeAsync() => (await _site.RenderAsync(_home, CancellationToken.None)).Content.Bytes.Length;

    [Benchmark(Description = "part of the search index, 256 posts")]
    public int SearchIndex() => SearchPart.Of(_part).Write().Length;

    private static Source[] SourcesOf(int posts)
    {
        var generator = new PostGenerator();
        return
        [
            .. Enumerable.Range(0, posts).Select(number => new Source(
                $"_posts/{FolderBenchmark.NameOf(number)}", Encoding.UTF8.GetBytes(generator.Post(number)), "1", DateTimeOffset.UnixEpoch)),
        ];
    }
}
