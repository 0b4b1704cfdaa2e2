using System.Collections.Immutable;
using System.Globalization;
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
    // Some thousand pages of posts. An instance has 512 MB at the least.
    private const long MaxKept = 32 * 1024 * 1024;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly KeptAnswers _kept = new(MaxKept);
    private readonly NameLists _names = new();

    /// <summary><c>GET /api/posts</c>: the posts that a query finds, page by page.</summary>
    public Task ListPostsAsync(HttpContext context) => AnswerAsync(context, "posts", ListPostsAsync);

    /// <summary>
    /// <c>GET /api/posts/{slug}</c>: one post with its HTML, in the language asked for, else in the site's own, else in the first by tag.
    /// </summary>
    public Task GetPostAsync(HttpContext context, string slug) =>
        StorageWait.RunAsync(context, _clock, token => GetPostAsync(context, slug, token));

    /// <summary><c>GET /api/tags</c>: the tags of the listed posts, the most used first; those of one language if it is named.</summary>
    public Task ListTagsAsync(HttpContext context) => AnswerAsync(context, "tags", (request, catalog, _) =>
        new(ListNames(request, catalog, (language, notices) => _names.Tags(catalog, language, notices))));

    /// <summary><c>GET /api/categories</c>: the categories, as <see cref="ListTagsAsync"/> has the tags.</summary>
    public Task ListCategoriesAsync(HttpContext context) => AnswerAsync(context, "categories", (request, catalog, _) =>
        new(ListNames(request, catalog, (language, notices) => _names.Categories(catalog, language, notices))));

    /// <summary>
    /// Reads the catalog and answers the question that comes first as a rule, so that whoever asks it need not wait for all that happens
    /// once: reading, compiling, sorting.
    /// </summary>
    /// <exception cref="StoreException">The storage does not answer.</exception>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var (catalog, _) = await reader.GetCatalogAsync(cancellationToken);
        await ListPostsAsync(new DefaultHttpContext { Request = { Method = HttpMethods.Get, Path = "/api/posts" } });
        catalog.Prepare();
    }

    /// <summary>Answers from what is kept, else makes the answer and keeps it.</summary>
    private async Task AnswerAsync(HttpContext context, string method, Func<HttpRequest, Catalog, CancellationToken, ValueTask<Made>> make)
    {
        if (!await Preflight.PassesAsync(context))
            return;
        var request = context.Request;
        var question = new Question(method, request.PathBase.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "");
        if (reader.Fresh is { } fresh && _kept.Find(fresh, question) is { } kept)
        {
            await Answer.WriteAsync(context, kept);
            return;
        }

        await StorageWait.RunAsync(context, _clock, async token =>
        {
            var catalog = await ReadCatalogAsync(context, token);
            if (_kept.Find(catalog, question) is { } known)
            {
                await Answer.WriteAsync(context, known);
                return;
            }

            var made = await make(request, catalog, token);
            if (made.Answer is not { } answer)
            {
                await made.Problem!.WriteToAsync(context);
                return;
            }

            if (made.IsWhole)
                _kept.Keep(catalog, question, answer);
            await Answer.WriteAsync(context, answer);
        });
    }

    private async ValueTask<Made> ListPostsAsync(HttpRequest request, Catalog catalog, CancellationToken cancellationToken)
    {
        var parameters = ParametersOf(request);
        var (query, faults, notices) = PostQueryReader.Read(parameters, catalog);
        if (query is null)
            return new(Answer: null, Problem.Of(faults));
        var withText = query.Text is { } text ? await reader.FindTextAsync(catalog, text, query.Language, cancellationToken) : null;
        var listing = query.AnswerFrom(catalog, withText);
        var answer = ReadyAnswer.Of(
            PostListAnswer.ToJson(listing, catalog, query.Fields, notices),
            LastModifiedOf(listing.Posts),
            PageLinks.Of(request, parameters, listing));
        // Where there is no index of words yet, excerpts stand for it.
        return new(answer) { IsWhole = query.Text is null || withText is not null };
    }

    private static Made ListNames(HttpRequest request, Catalog catalog, Func<string?, ImmutableArray<QueryNotice>, ReadyAnswer> list)
    {
        var (query, faults, notices) = PostQueryReader.ReadLanguage(ParametersOf(request), catalog);
        return query is null ? new(Answer: null, Problem.Of(faults)) : new(list(query.Language, notices));
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
        var written = slug.ToNormalForm().ToLowerInvariant();
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

        var json = PostJson.Of(OnePostAnswer.Of(entry, html, catalog), query.Fields);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, ApiJson.Readable.JsonObject);
        await Answer.WriteAsync(context, ReadyAnswer.Of(bytes, LastModifiedOf([entry])));
    }

    /// <summary><c>GET /api/openapi.json</c>: what the API can be asked, as OpenAPI 3.1.</summary>
    public static async Task GetOpenApiAsync(HttpContext context)
    {
        if (await Preflight.PassesAsync(context))
            await Answer.WriteAsync(context, OpenApiDocument.Answer);
    }

    /// <summary>Answers a path of the API that there is not.</summary>
    public static async Task NotFoundAsync(HttpContext context)
    {
        if (!await Preflight.PassesAsync(context))
            return;

        const string Paths = "/api/posts, /api/posts/{slug}, /api/tags, /api/categories and /api/openapi.json";
        await Problem.NotFound($"There is no '{context.Request.Path}'. The API has {Paths}.").WriteToAsync(context);
    }

    /// <summary>
    /// An older catalog says how old it is (RFC 9111, section 5.1), so that caches keep its answers no longer than they should.
    /// </summary>
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
    internal static DateTimeOffset? LastModifiedOf(IEnumerable<PostEntry> posts) =>
        posts.Select(post => (DateTimeOffset?)(post.Updated ?? post.Date)).Max();

    /// <summary>An answer that was made, or why there is none.</summary>
    private readonly record struct Made(ReadyAnswer? Answer, Problem? Problem = null)
    {
        /// <summary>Whether it is what the catalog says, and will be as long as the catalog is the same.</summary>
        public bool IsWhole { get; init; } = true;
    }
}
