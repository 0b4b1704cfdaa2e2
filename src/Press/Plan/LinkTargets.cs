using System.Collections.Immutable;

namespace Press;

/// <summary>Where the links of posts lead, once it is known what the site publishes.</summary>
internal sealed class LinkTargets
{
    private readonly SiteSettings _settings;
    private readonly PublishedNames _names;
    private readonly ImmutableArray<PostSummary> _posts;
    private readonly PostPlaces _places;

    /// <summary>The targets of a site.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="posts">The posts that have a page, by source name (ordinal).</param>
    /// <param name="places">Where they stand.</param>
    /// <param name="names">The names of all public files.</param>
    public LinkTargets(SiteSettings settings, ImmutableArray<PostSummary> posts, PostPlaces places, PublishedNames names) =>
        (_settings, _posts, _places, _names) = (settings, posts, places, names);

    /// <summary>What to write in the place of each link of a post, by its number there; null for one that stays as it is.</summary>
    public ImmutableArray<string?> Of(PostSummary post) => [.. post.Links.Select(link => Find(post, link).Link)];

    /// <summary>Where one link leads.</summary>
    public LinkTarget Find(PostSummary post, PostLink link)
    {
        if (link.Url[0] == '#')
            return new LinkTarget(UrlPath.ToFile(post.Entry.Path), post, Link: null, NearestFile: "");
        var local = _settings.WithoutHost(link.Path)!;
        return local.StartsWith('/') ? FindPath(post, link, local[_settings.BaseUrl.Length..] is { Length: > 0 } path
            ? path : "/") : FindRelative(post, link);
    }

    /// <summary>HTML with links in the place of those that have another target than is written.</summary>
    public static string Resolve(string html, ImmutableArray<PostLink> links, ImmutableArray<string?> targets)
    {
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = 0; number < links.Length; number++)
        {
            if (targets[number] is { } target)
                replaced[links[number].Url] = target;
        }

        return LinkAttributes.Replace(html, replaced);
    }

    /// <summary>As <see cref="Resolve"/>, for HTML that is shown on other pages too: there a relative link would lead elsewhere.</summary>
    public string ResolveAnywhere(string html, PostSummary post) => Resolve(
        html,
        post.Links,
        [.. post.Links.Select(link => Find(post, link).Link ?? (IsRelative(link)
            ? LinkTo(UrlPath.Combine(post.Entry.Path, link.Path), link) : null))]);

    private bool IsRelative(PostLink link) => link.Url[0] is not ('/' or '#') && _settings.WithoutHost(link.Url) == link.Url;

    private LinkTarget FindPath(PostSummary post, PostLink link, string path)
    {
        var file = UrlPath.ToFile(path);
        if (!_names.Contains(file))
            return OfSource(path[1..], link) ?? OfLanguage(path, link) ?? new LinkTarget(File: null, Post: null, Link: null, file);

        var page = At(_places.OfFile(file));
        // A link with its host is written for other sites as well, and stays.
        return new LinkTarget(file, page, link.Url[0] == '/'
            && InLanguageOf(post, file, page) is { } other ? LinkTo(other, link) : null, file);
    }

    private LinkTarget FindRelative(PostSummary post, PostLink link)
    {
        if (OfSource(UrlPath.Combine("/" + SourceName.WithoutPostsFolder(post.SourceName), link.Path)[1..], link) is { } source)
            return source;
        var file = UrlPath.ToFile(UrlPath.Combine(post.Entry.Path, link.Path));
        return _names.Contains(file)
            ? new LinkTarget(file, At(_places.OfFile(file)), Link: null, file)
            : new LinkTarget(File: null, Post: null, Link: null, file);
    }

    /// <summary>The page or file that a source became; null if there is no such source, or nothing of it is public.</summary>
    private LinkTarget? OfSource(string source, PostLink link)
    {
        var name = SourceName.WithoutPostsFolder(source);
        if (At(_places.OfSource(name) ?? OfStem(source)) is { } post)
            return new LinkTarget(UrlPath.ToFile(post.Entry.Path), post, LinkTo(post.Entry.Path, link), name);
        return _names.IsAsset(name) ? new LinkTarget(name, Post: null, LinkTo("/" + name, link), name) : null;
    }

    /// <summary>
    /// The post that Jekyll's <c>post_url</c> means: it names a post without its extension, and without folders if it lies in some.
    /// </summary>
    private int? OfStem(string source) =>
        source.StartsWith(SourceName.PostsFolder, StringComparison.Ordinal) && source.EndsWith(JekyllLink.AnyPost, StringComparison.Ordinal)
            ? _places.OfStem(Path.GetFileNameWithoutExtension(source))
            : null;

    /// <summary>The page of a path that begins with a language as its tag is written (<c>/pt-BR/</c>): folders have it in
    /// lower case.</summary>
    private LinkTarget? OfLanguage(string path, PostLink link)
    {
        var (language, end) = path.IndexOf('/', 1) is var slash and > 0 ? (path[1..slash], slash) : ("", 0);
        if (link.Url[0] != '/' || language is "" || LanguageTag.Canonical(language) is not { } tag
            || _settings.PrefixOf(tag) + path[end..] is not { } other)
            return null;
        var file = UrlPath.ToFile(other);
        return _names.Contains(file) ? new LinkTarget(file, At(_places.OfFile(file)), LinkTo(other, link), file) : null;
    }

    /// <summary>The version of a page in the language of the post that links to it (as the plug-in polyglot has it); null if
    /// there is none, or the link names another language.</summary>
    /// <seealso href="https://github.com/untra/polyglot#relativized-local-urls"/>
    private string? InLanguageOf(PostSummary post, string file, PostSummary? page)
    {
        var prefix = _settings.PrefixOf(post.Entry.Lang);
        if (prefix is "" || !file.EndsWith(".html", StringComparison.Ordinal)
            || file.StartsWith(prefix[1..] + "/", StringComparison.Ordinal) || (page is not null && page.Entry.Lang != _settings.Language))
            return null;

        var other = $"{prefix[1..]}/{file}";
        var path = _names.Contains(other) ? UrlPath.OfFile(other)
            : page?.Entry.PageId is { } id && At(_places.OfTranslation(id, post.Entry.Lang)) is { } translation ? translation.Entry.Path
            : null;
        // "Read this in English" is meant as it is.
        return path == post.Entry.Path ? null : path;
    }

    private PostSummary? At(int? place) => place is { } found ? _posts[found] : null;

    private string LinkTo(string path, PostLink link) => _settings.Link(path) + UrlPath.EncodeSuffix(link.Suffix);
}

/// <summary>Where a link leads.</summary>
/// <param name="File">The public file; null if there is none.</param>
/// <param name="Post">The post whose page that is; null for every other file.</param>
/// <param name="Link">What to write in place of the link; null if it is right as it is.</param>
/// <param name="NearestFile">The file to which it would lead.</param>
internal sealed record LinkTarget(string? File, PostSummary? Post, string? Link, string NearestFile);
