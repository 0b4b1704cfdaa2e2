using System.Collections.Immutable;

namespace Press;

/// <summary>Where a post stands in the list of all, found by what links and other posts know of it.</summary>
internal sealed class PostPlaces
{
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, int> _bySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byFile;
    private readonly Lazy<ILookup<string, int>> _byStem;
    private readonly Dictionary<(string PageId, string Lang), int> _translations = [];

    /// <param name="posts">All that have a page, by source name (ordinal).</param>
    public PostPlaces(ImmutableArray<PostSummary> posts)
    {
        var places = Enumerable.Range(0, posts.Length);
        _places = places.ToDictionary(place => posts[place].SourceName, StringComparer.Ordinal);
        _byFile = places.ToDictionary(place => UrlPath.ToFile(posts[place].Entry.Path), StringComparer.Ordinal);
        _byStem = new(() => places.ToLookup(place => Path.GetFileNameWithoutExtension(posts[place].SourceName), StringComparer.Ordinal));
        for (var place = 0; place < posts.Length; place++)
        {
            _bySource.TryAdd(SourceName.WithoutPostsFolder(posts[place].SourceName), place);
            if (posts[place].Entry is { PageId: { } id } entry)
                _translations.TryAdd((id, entry.Lang), place);
        }
    }

    /// <summary>The names of the sources of all posts, without a leading <c>_posts/</c>.</summary>
    public IEnumerable<string> SourceNames => _bySource.Keys;

    /// <summary>Whether a source has a page.</summary>
    public bool Has(string source) => _places.ContainsKey(source);

    /// <summary>The place of a source that has a page.</summary>
    public int Of(string source) => _places[source];

    /// <summary>The post of a source, named without a leading <c>_posts/</c>; null if it is none.</summary>
    public int? OfSource(string name) => Found(_bySource.TryGetValue(name, out var place), place);

    /// <summary>The post whose page a public file is; null if it is none.</summary>
    public int? OfFile(string file) => Found(_byFile.TryGetValue(file, out var place), place);

    /// <summary>The first post whose source has this name without folder and extension; null if there is none.</summary>
    public int? OfStem(string stem) => _byStem.Value[stem] is var found && found.Any() ? found.First() : null;

    /// <summary>The version of a post in a language; null if there is none.</summary>
    public int? OfTranslation(string pageId, string language) => Found(_translations.TryGetValue((pageId, language), out var place), place);

    private static int? Found(bool isFound, int place) => isFound ? place : null;
}
