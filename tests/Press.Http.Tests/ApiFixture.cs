using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Press.Testing;

namespace Press.Http.Tests;

/// <summary>The API over real HTTP on a free port, with the sample blog and a hidden post behind it.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The site behind it.</summary>
    public Publication Publication { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.SampleBlog, "_posts"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.SampleBlog, "_config.yml"))
            .Select(path =>
                SiteText.Source(
                    Path.GetRelativePath(Repository.SampleBlog, path).Replace('\\', '/').ToNormalForm(),
                    File.ReadAllBytes(path)));
        Publication = SiteText.PublisherAt(SiteText.Now).Publish([.. sources]);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapIndexApi(new IndexApi(new PublicationReader(Publication)));
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private sealed class PublicationReader(Publication publication) : ICatalogReader
    {
        public Catalog? Fresh => publication.Catalog;

        public ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new CatalogReading(publication.Catalog));

        private readonly PostSearch _search = new((name, _) => new(publication.Files.GetValueOrDefault(name)?.Content.Bytes));

        public ValueTask<IReadOnlySet<string>?> FindTextAsync(
            Catalog catalog, string text, string? language, CancellationToken cancellationToken) =>
            _search.FindAsync(catalog, text, language, cancellationToken);

        public ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
            ValueTask.FromResult(publication.Posts.GetValueOrDefault(entry.Path)?.Html);
    }
}
