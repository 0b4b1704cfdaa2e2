using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Press;

/// <summary>
/// Finds posts by the words of their titles, tags, categories and bodies: in the same index, and by the same rules, as the search on the
/// site.
/// It keeps the parts that it has read, and reads those again that are others.
/// </summary>
/// <param name="readAsync">Reads a public file by its name; null if there is none.</param>
/// <param name="listAsync">The versions of the public files that begin with a text; null where reading all of them costs nothing.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has nothing to dispose of unless somebody asks for its wait handle.")]
public sealed class PostSearch(
    Func<string, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> readAsync,
    Func<string, CancellationToken, IAsyncEnumerable<StoredItem>>? listAsync = null)
{
    // Requests to the storage at a time.
    private const int Parallel = 16;

    private readonly ConcurrentDictionary<string, Kept> _parts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Index? _index;

    /// <summary>A search in what a store has.</summary>
    public static PostSearch In(IStore publicStore) => new(
        async (name, cancellationToken) =>
            await publicStore.ReadAsync(name, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? found.Bytes : null,
        publicStore.ListAsync);

    /// <summary>The paths of the posts in which every word of a text stands.</summary>
    /// <param name="site">Of another site the index is read again; compared by reference.</param>
    /// <param name="text">Words between blanks; it finds nothing if it has none.</param>
    /// <param name="language">Only posts of this one; null for all.</param>
    /// <param name="cancellationToken">Ends the reading; what was read until then need not be read again.</param>
    /// <returns>Readable paths, of pages that are no posts too; null if the site has no index yet.</returns>
    /// <exception cref="StoreException">The index cannot be read, and was not before.</exception>
    public async ValueTask<IReadOnlySet<string>?> FindAsync(object site, string text, string? language, CancellationToken cancellationToken)
    {
        var index = _index is { } current && ReferenceEquals(current.Site, site) ? current : await ReadAsync(site, cancellationToken);
        if (index is null)
            return null;
        var terms = TermsOf(text);
        return index.Parts
            .Where(part => language is null || part.Language == language)
            .SelectMany(part => part.Part.Find(terms))
            .ToHashSet(StringComparer.Ordinal);
    }

    internal static ImmutableArray<SearchTerm> TermsOf(string text)
    {
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        foreach (var word in SearchText.WordsOf(SearchText.Fold(text)))
            terms.AddRange(SearchText.TermsOf(word.ToString()));
        return [.. terms.Distinct().Take(Limits.SearchTerms)];
    }

    private async Task<Index?> ReadAsync(object site, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_index is { } current && ReferenceEquals(current.Site, site))
                return current;
            return _index = await ReadListAsync(cancellationToken) is { } list
                ? new Index(site, await ReadPartsAsync(list, cancellationToken))
                : null;
        }
        catch (StoreException) when (_index is not null)
        {
            // What was read last answers, as the catalog that was read last does.
            return _index;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<SearchList?> ReadListAsync(CancellationToken cancellationToken)
    {
        if (await readAsync(GeneratedName.Search, cancellationToken) is not { } bytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, SearchJson.Readable.SearchList) is { Languages.IsDefault: false } list
                ? list
                : null;
        }
        catch (JsonException)
        {
            // A list of an older program.
            return null;
        }
    }

    private async Task<ImmutableArray<LanguagePart>> ReadPartsAsync(SearchList list, CancellationToken cancellationToken)
    {
        var wanted = list.Languages.SelectMany(language => language.Parts.Select(name => (language.Lang, Name: name))).ToList();
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (listAsync is not null)
        {
            await foreach (var item in listAsync(GeneratedName.SearchPartsPrefix, cancellationToken))
                versions[item.Name] = item.ETag;
        }

        var read = new ConcurrentDictionary<string, IndexedPart>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(wanted, options, async (part, token) =>
        {
            if (await ReadPartAsync(part.Name, versions.GetValueOrDefault(part.Name), token) is { } found)
                read[part.Name] = found;
        });
        foreach (var gone in _parts.Keys.Except(wanted.Select(part => part.Name), StringComparer.Ordinal))
            _parts.TryRemove(gone, out _);
        return [.. wanted.Where(part => read.ContainsKey(part.Name)).Select(part => new LanguagePart(part.Lang, read[part.Name]))];
    }

    private async Task<IndexedPart?> ReadPartAsync(string name, string? version, CancellationToken cancellationToken)
    {
        if (version is not null && _parts.TryGetValue(name, out var kept) && kept.Version == version)
            return kept.Part;
        if (await readAsync(name, cancellationToken) is not { } bytes || IndexedPart.Parse(bytes) is not { } part)
            return null;
        // Where it was written since it was listed, it is read again with the next site.
        if (version is not null)
            _parts[name] = new Kept(version, part);
        return part;
    }

    private sealed record Kept(string Version, IndexedPart Part);

    private sealed record LanguagePart(string Language, IndexedPart Part);

    private sealed record Index(object Site, ImmutableArray<LanguagePart> Parts);
}
