using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Makes a site of its sources, all of it and in memory. The stages stand here in their order; each is a folder beside this file.
/// </summary>
/// <param name="clock">Decides which posts are dated in the future.</param>
/// <param name="trustsHtml">
/// Whether authors' HTML is published as it is. It is the operator's to say, and so no setting of the site: by default what could
/// run in a reader's browser is taken out.
/// </param>
/// <param name="images">Keeps what was read of pictures; null for a cache of this publisher alone.</param>
public sealed class Publisher(TimeProvider clock, bool trustsHtml = false, ImageCache? images = null)
{
    private readonly MemorySources _sources = new();
    private SiteReader? _reader;

    /// <summary>
    /// Publishes everything. What was read before, with the same settings and unchanged since, is not read again; a post that has
    /// become faulty stays as it was when it was last good, and so does a layout.
    /// </summary>
    /// <param name="sources">All files of the site, in any order.</param>
    public Publication Publish(IReadOnlyCollection<Source> sources)
    {
        _sources.Replace(sources);
        _reader ??= new SiteReader(_sources, clock, trustsHtml, images ?? new ImageCache(), new GoodVersions(store: null));
        var state = _reader.ReadAsync(progress: null, CancellationToken.None).GetAwaiter().GetResult();
        var rendered = new ConcurrentDictionary<string, RenderedFile>(StringComparer.Ordinal);
        // What is in memory is there at once, so that nobody waits here.
        Parallel.ForEach(
            state.Files.Files,
            file => rendered[file.Name] = state.RenderAsync(file, CancellationToken.None).AsTask().GetAwaiter().GetResult());

        return new Publication
        {
            Site = state.Site,
            Files = state.Files.Files.ToImmutableSortedDictionary(
                file => file.Name,
                file => new PublicFile(file.Name, rendered[file.Name].Content, file.SourceName),
                StringComparer.Ordinal),
            Posts = rendered.Values.Select(file => file.Post).OfType<Post>()
                .ToImmutableDictionary(post => post.Path, StringComparer.Ordinal),
            Catalog = state.Catalog,
            Diagnostics = SiteDiagnostics.Of(
                state.SourceDiagnostics.Concat(state.Files.Files.SelectMany(file => rendered[file.Name].Found()))),
            LayoutFaultsOfPosts =
            [
                .. from file in state.Files.Files
                   let page = rendered[file.Name]
                   where page.Post is not null
                   from fault in page.LayoutFaults
                   select fault.ToDiagnosticOf(page.Post!.SourceName),
            ],
            FailedSources = state.FailedSources,
        };
    }
}
