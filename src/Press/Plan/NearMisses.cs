namespace Press;

/// <summary>Finds what the dead links of posts may mean. It looks at the names of all files, so what was found is remembered.</summary>
/// <param name="settings">The site's.</param>
/// <param name="names">The names of all public files.</param>
/// <param name="places">Knows the sources of posts.</param>
internal sealed class NearMisses(SiteSettings settings, PublishedNames names, PostPlaces places)
{
    /// <summary>For how many links of a site it is looked: a blog that was moved may have a dead link in every post.</summary>
    public const int MaxNearest = 100;

    private readonly Dictionary<(bool IsSource, string Meant), string> _said = [];
    private List<(string Path, string LastPart)>? _paths;

    /// <summary>What is said of the faults of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="looked">For how many links it was looked before.</param>
    public IEnumerable<Diagnostic> Diagnose(LinkedPost post, int looked)
    {
        foreach (var fault in post.Faults)
        {
            var meant = !fault.IsLookedFor ? "" : looked++ < MaxNearest ? SaidOf(fault) : Unknown(fault);
            yield return new Diagnostic(fault.Rule, post.Summary.SourceName, fault.Position, fault.Message + meant);
        }
    }

    private string SaidOf(LinkFault fault)
    {
        var key = fault.MeantSource is { } source ? (true, source) : (false, fault.MeantPath!);
        if (_said.TryGetValue(key, out var said))
            return said;
        // Links come and go while a site is written, and few are dead at one time.
        if (_said.Count >= 10 * MaxNearest)
            _said.Clear();
        var nearest = key.Item1 ? NearestName.Of(key.Item2, places.SourceNames) : NearestPath(key.Item2);
        return _said[key] = nearest is null ? Unknown(fault) : LinkFault.Suggest(nearest);
    }

    private static string Unknown(LinkFault fault) => fault.MeantPath is null ? "" : " Write another path, or add the file.";

    /// <summary>
    /// The path that was probably meant. Its last part has to be near too: two pictures of one deep folder are so as paths, whatever
    /// their names.
    /// </summary>
    private string? NearestPath(string written)
    {
        _paths ??= [.. names.All.Select(UrlPath.OfFile).Select(path => (path, LastPart(path)))];
        var last = LastPart(written);
        // Last parts are short, and mostly none is near.
        var hasCandidate = _paths.Exists(path => IsMeant(path.LastPart));
        return hasCandidate && NearestName.Of(written, _paths.Select(path => path.Path)) is { } near && IsMeant(LastPart(near))
            ? settings.BaseUrl + near
            : null;

        bool IsMeant(string other) => last == other || NearestName.IsNear(last, other);

        static string LastPart(string path) => Path.GetFileNameWithoutExtension(path.TrimEnd('/'));
    }
}
