using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>
/// Which authors have a page: those whom the site's data describe, and all others where listed posts have more than one. On a blog of one
/// author, known by name alone, such a page would repeat the archive.
/// </summary>
internal sealed class AuthorPages
{
    // A store takes names of files of that length, and a tag that is longer makes no URL either.
    private const int MaxSlugBytes = 200;

    private readonly SiteAuthors _data;
    private readonly bool _hasSeveral;

    /// <param name="data">What the site says of authors.</param>
    /// <param name="catalog">The posts.</param>
    public AuthorPages(SiteAuthors data, Catalog catalog) =>
        (_data, _hasSeveral) = (data, catalog.AuthorsOf(language: null).Length > 1);

    /// <summary>Whether an author has a page, if there is a listed post of that author.</summary>
    public bool Has(string name, string slug) =>
        slug is not "" && Encoding.UTF8.GetByteCount(slug) <= MaxSlugBytes && (_hasSeveral || _data.Find(name) is not null);

    /// <summary>The authors of the listed posts of a language, or of all, that have a page.</summary>
    public ImmutableArray<TagCount> In(Catalog catalog, string? language) =>
        [.. catalog.AuthorsOf(language).Where(author => Has(author.Name, author.Slug))];
}
