using System.Collections.Immutable;

namespace Press;

/// <summary>
/// The authors of a site as <c>_data/authors.yml</c> describes them. A post names one by key or by name, in whatever case.
/// </summary>
internal sealed class SiteAuthors
{
    private readonly Dictionary<string, SiteAuthor> _bySlug = new(StringComparer.Ordinal);

    /// <param name="authors">By key.</param>
    public SiteAuthors(IEnumerable<KeyValuePair<string, SiteAuthor>> authors)
    {
        var all = authors.ToList();
        Names = [.. all.Select(author => author.Key).Concat(all.Select(author => author.Value.Name)).Distinct(StringComparer.Ordinal)];
        // A key goes before a name, since it is what a post is meant to write.
        foreach (var (name, author) in all.Concat(all.Select(author => KeyValuePair.Create(author.Value.Name, author.Value))))
            _bySlug.TryAdd(NameSlug.Of(name), author);
    }

    /// <summary>Those of a site without the file.</summary>
    public static SiteAuthors None { get; } = new([]);

    /// <summary>All keys and names.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>An author by key or name; null if the file does not have one.</summary>
    public SiteAuthor? Find(string written) => _bySlug.GetValueOrDefault(NameSlug.Of(written));

    /// <summary>The name under which an author is shown.</summary>
    public string NameOf(string written) => Find(written)?.Name ?? written;
}
