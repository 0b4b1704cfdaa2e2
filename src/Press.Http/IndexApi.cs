using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>
/// The index API. Each method answers one request whole: CORS, caching and problem documents are in it, since no middleware
/// runs before it in the Functions worker.
/// </summary>
/// <remarks>
/// Where the storage does not answer and there is no earlier catalog, a method throws a <see cref="StoreException"/> within two seconds.
/// </remarks>
/// <param name="reader">What it answers from.</param>
/// <param name="clock">Bounds the wait for the storage; the system's if null.</param>
public sealed class IndexApi(ICatalogReader reader, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary><c>GET /api/posts</c>: the posts that a query finds, page by page.</summary>
    public Task ListPostsAsync(HttpContext context) => StorageWait.RunAsync(context, _clock, token => ListPostsAsync(context, token));

    /// <summary><c>GET /api/posts/{slug}</c>: one post with its HTML, in the language asked for, else in the site's own, else in the first by tag.</summary>
    public Task GetPostAsync(HttpContext context, string slug) =>
        StorageWait.RunAsync(context, _clock, token => GetPostAsync(context, slug, token));

    /// <summary><c>GET /api/tags</c>: the tags of the listed posts, the most used first; those of one language if it is named.</summary>
    public Task ListTagsAsync(HttpContext context) => StorageWait.RunAsync(context, _clock, token => ListNamesAsync(
        context,
        (catalog, language, notices) => JsonSerializer.SerializeToUtf8Bytes(
            new TagsAnswer(NameAnswer.OfTags(catalog, language), notices), ApiJson.Readable.TagsAnswer),
        token));

    /// <summary><c>GET /api/categories</c>: the categories, as <see cref="ListTagsAsync"/> has the tags.</summary>
    public Task ListCategoriesAsync(HttpContext context) => StorageWait.RunAsync(context, _clock, token => ListNamesAsync(
        context,
        (catalog, language, notices) => JsonSerializer.SerializeToUtf8Bytes(
            new CategoriesAnswer(NameAnswer.OfCategories(catalog, language), notices), ApiJson.Readable.CategoriesAnswer),
        token));

    private async Task ListPostsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!await Preflight.PassesAsync(context))
            return;

        var catalog = await ReadCatalogAsync(context, cancellationToken);
        var parameters = ParametersOf(context.Request);
        var (query, faults, notices) = PostQueryReader.Read(parameters, catalog);
        if (query is null)
        {
            await Problem.Of(faults).WriteToAsync(context);
            return;
        }

        var withText = query.Text is { } text ? await reader.FindTextAsync(catalog, text, query.Language, cancellationToken) : null;
        var listing = query.AnswerFrom(catalog, withText);
        context.Response.Headers.Link = PageLinks.Of(context.Request, parameters, listing);
        var answer = PostListAnswer.Of(listing, catalog, query.Fields, notices);
        await Answer.WriteAsync(context, answer, ApiJson.Readable.PostListAnswer, LastModifiedOf(listing.Posts));
    }

    private async Task GetPostAsync(HttpContext context, string slug, CancellationToken cancellationToken)
    {
        if (!await Preflight.PassesAsync(context))
            return;

        var catalog = await ReadCatalogAsync(context, cancellationToken);
        var (query, faults, _) = PostQueryReader.ReadLanguage(ParametersOf(context.Request), catalog, PostFields.OfPost);
        if (query is null)
        {
            await Problem.Of(faults).WriteToAsync(context);
            return;
        }

        var language = query.Language;
        var written = slug.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var posts = catalog.WithSlug(written).ToList();
        var entry = posts
            .Where(post => language is null || post.Lang.Equals(language, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(post => post.Lang == catalog.DefaultLanguage)
            .ThenBy(post => post.Lang, StringComparer.Ordinal)
            .FirstOrDefault();
        if (entry is null || await reader.GetHtmlAsync(entry, cancellationToken) is not { } html)
        {
            await NotFound(written, language, posts, catalog).WriteToAsync(context);
            return;
        }

        var answer = PostJson.Of(OnePostAnswer.Of(entry, html, catalog), query.Fields);
        await Answer.WriteAsync(context, answer, ApiJson.Readable.JsonObject, LastModifiedOf([entry]));
    }

    private async Task ListNamesAsync(
        HttpContext context, Func<Catalog, string?, ImmutableArray<QueryNotice>?, byte[]> write, CancellationToken cancellationToken)
    {
        if (!await Preflight.PassesAsync(context))
            return;

        var catalog = await ReadCatalogAsync(context, cancellationToken);
        var (query, faults, notices) = PostQueryReader.ReadLanguage(ParametersOf(context.Request), catalog);
        if (query is null)
        {
            await Problem.Of(faults).WriteToAsync(context);
            return;
        }

        var json = write(catalog, query.Language, notices is [] ? null : notices);
        await Answer.WriteAsync(context, json, LastModifiedOf(catalog.Listed(query.Language)));
    }

    /// <summary><c>GET /api/openapi.json</c>: what the API can be asked, as OpenAPI 3.1.</summary>
    public static async Task GetOpenApiAsync(HttpContext context)
    {
        if (await Preflight.PassesAsync(context))
            await Answer.WriteAsync(context, OpenApiDocument.Json, lastModified: null);
    }

    /// <summary>Answers a path of the API that there is not.</summary>
    public static async Task NotFoundAsync(HttpContext context)
    {
        if (!await Preflight.PassesAsync(context))
            return;

        const string Paths = "/api/posts, /api/posts/{slug}, /api/tags, /api/categories and /api/openapi.json";
        await Problem.NotFound($"There is no '{context.Request.Path}'. The API has {Paths}.").WriteToAsync(context);
    }

    /// <summary>An older catalog says how old it is (RFC 9111, section 5.1), so that caches keep its answers no longer than they should.</summary>
    private async Task<Catalog> ReadCatalogAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (catalog, age) = await reader.GetCatalogAsync(cancellationToken);
        if (age is { } old)
            context.Response.Headers.Age = ((long)old.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return catalog;
    }

    private static Problem NotFound(string slug, string? language, List<PostEntry> inOtherLanguages, Catalog catalog)
    {
        if (inOtherLanguages.Count > 0)
        {
            var available = string.Join(", ", inOtherLanguages.Select(post => post.Lang).Order(StringComparer.Ordinal));
            return Problem.NotFound($"The post '{slug}' has no '{language}' version. Available: {available}.");
        }

        var nearest = NearestName.Of(slug, catalog.Listed().Select(post => post.Slug));
        return Problem.NotFound($"There is no post '{slug}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
    }

    private static ImmutableArray<KeyValuePair<string, string>> ParametersOf(HttpRequest request) =>
        [.. request.Query.SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? ""))];

    /// <summary>By what the posts say of themselves, so that it does not depend on when they were published. Null for no posts.</summary>
    private static DateTimeOffset? LastModifiedOf(IEnumerable<PostEntry> posts) =>
        posts.Select(post => (DateTimeOffset?)(post.Updated ?? post.Date)).Max();
}
