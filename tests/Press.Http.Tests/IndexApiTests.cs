using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Press.Http.Tests;

public sealed class IndexApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_post_is_found_by_tag_and_featured_flag()
    {
        var found = await GetAsync("/api/posts?tag=llm&featured=true");
        Assert.Equal(
            ["ko", "en"],
            found.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("lang").GetString()).OrderDescending());
        Assert.Equal(0, (await GetAsync("/api/posts?tag=llm&featured=false")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_static_index_says_the_same_to_the_letter()
    {
        using var file = JsonDocument.Parse(api.Publication.Files["index.json"].Content.Bytes);
        var answer = await GetAsync("/api/posts?pageSize=100");
        Assert.Equal(answer.GetProperty("posts").GetRawText(), file.RootElement.GetProperty("posts").GetRawText());
        Assert.Equal(answer.GetProperty("total").GetInt32(), file.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_post_has_every_field_in_this_order()
    {
        var post = (await GetAsync("/api/posts?tag=llm&lang=ko")).GetProperty("posts")[0];
        Assert.Equal(
            [
                "id", "url", "path", "slug", "title", "excerpt", "description", "lang", "date", "updated", "tags",
                "categories", "featured", "hidden", "image", "thumbnail", "author", "wordCount", "readingMinutes",
                "translations", "imageSize", "thumbnailSize", "data",
            ],
            post.EnumerateObject().Select(field => field.Name));
        Assert.Equal("2025-03-24-nvidia-gtc-2025.md", post.GetProperty("id").GetString());
        Assert.Equal("https://blog.example.com/ko/nvidia-gtc-2025.html", post.GetProperty("url").GetString());
        Assert.Equal("/ko/nvidia-gtc-2025.html", post.GetProperty("path").GetString());
        Assert.Equal("2025-03-24T00:00:00+09:00", post.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, post.GetProperty("updated").ValueKind);
        Assert.Equal("{}", post.GetProperty("data").GetRawText());
        Assert.Equal(
            """[{"lang":"en","url":"https://blog.example.com/nvidia-gtc-2025.html"}]""",
            post.GetProperty("translations").GetRawText());
    }

    [Fact]
    public async Task Hidden_future_unpublished_and_draft_posts_are_in_no_listing()
    {
        var slugs = (await GetAsync("/api/posts?pageSize=100")).GetProperty("posts").EnumerateArray()
            .Select(post => post.GetProperty("slug").GetString()).ToList();
        Assert.Equal(9, slugs.Count);
        Assert.Empty(slugs.Intersect(["a-quiet-page", "a-letter-to-the-future", "unpublished", "still-a-draft", "an-unfinished-thought"]));
        foreach (var query in new[] { "hidden=any", "hidden=true", "fields=hidden,slug", "q=quiet" })
            Assert.DoesNotContain(
                "a-quiet-page", (await GetAsync("/api/posts?pageSize=100&" + query)).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/posts?lang=en&pageSize=3&page=2")]
    [InlineData("/api/posts?tag=nowhere&fields=slug")]
    [InlineData("/api/tags?lang=ko")]
    [InlineData("/api/categories?lang=xx")]
    public async Task The_second_answer_to_a_question_is_the_first_one(string path)
    {
        using var first = await api.Client.GetAsync(path, Cancellation);
        using var second = await api.Client.GetAsync(path, Cancellation);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await second.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HeadersOf(first), HeadersOf(second));

        static IEnumerable<string> HeadersOf(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
    }

    [Fact]
    public async Task Pages_link_to_each_other()
    {
        using var answer = await api.Client.GetAsync("/api/posts?lang=en&pageSize=3&page=2", Cancellation);
        Assert.Equal(
            "</api/posts?lang=en&pageSize=3&page=1>; rel=\"first\", </api/posts?lang=en&pageSize=3&page=1>; "
                + "rel=\"prev\", </api/posts?lang=en&pageSize=3&page=3>; rel=\"next\", "
                + "</api/posts?lang=en&pageSize=3&page=3>; rel=\"last\"",
            Assert.Single(answer.Headers.GetValues("Link")));

        using var last = await api.Client.GetAsync("/api/posts?page=9&tag=Seoul", Cancellation);
        Assert.Equal(
            "</api/posts?tag=Seoul&page=1>; rel=\"first\", </api/posts?tag=Seoul&page=1>; rel=\"prev\", "
                + "</api/posts?tag=Seoul&page=1>; rel=\"last\"",
            Assert.Single(last.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task One_post_comes_with_its_html_in_the_language_asked_for()
    {
        var own = await GetAsync("/api/posts/nvidia-gtc-2025");
        Assert.Equal("en", own.GetProperty("lang").GetString());

        var korean = await GetAsync("/api/posts/nvidia-gtc-2025?lang=ko");
        Assert.Equal(22, korean.GetProperty("html").GetString()!.Split("<strong>").Length - 1);

        var decomposed = Uri.EscapeDataString("서울-산책".ToNormalForm(System.Text.NormalizationForm.FormD));
        Assert.Equal("서울-산책", (await GetAsync("/api/posts/" + decomposed)).GetProperty("slug").GetString());
        Assert.True((await GetAsync("/api/posts/a-quiet-page")).GetProperty("hidden").GetBoolean());
    }

    [Fact]
    public async Task Tags_are_counted()
    {
        var tags = await GetAsync("/api/tags");
        Assert.Equal(
            """{"name":"Writing","slug":"writing","count":3,"url":"https://blog.example.com/tags/writing.html"}""",
            tags.GetProperty("tags")[0].GetRawText());

        var korean = await GetAsync("/api/tags?lang=ko");
        Assert.All(korean.GetProperty("tags").EnumerateArray(), tag =>
            Assert.StartsWith("https://blog.example.com/ko/tags/", tag.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.Equal(
            (await GetAsync("/api/posts?lang=ko&tag=llm")).GetProperty("total").GetInt32(),
            korean.GetProperty("tags").EnumerateArray().Single(tag => tag.GetProperty("slug").GetString() == "llm").GetProperty("count")
                .GetInt32());
        Assert.Equal(
            """{"tags":[],"notices":[{"parameter":"lang","value":"kr","nearest":"ko"}]}""",
            (await GetAsync("/api/tags?lang=kr")).GetRawText());
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("categories")]
    public async Task Every_url_of_a_name_is_a_page_of_the_site(string kind)
    {
        foreach (var query in new[] { "", "?lang=en", "?lang=ko" })
        {
            var names = (await GetAsync($"/api/{kind}{query}")).GetProperty(kind).EnumerateArray().ToList();
            Assert.All(names, name => Assert.Contains(
                Uri.UnescapeDataString(new Uri(name.GetProperty("url").GetString()!).AbsolutePath[1..]), api.Publication.Files.Keys));
        }
    }

    [Fact]
    public async Task A_tag_that_no_post_has_is_an_empty_list_with_a_notice()
    {
        var answer = await GetAsync("/api/posts?tag=lm&utm_source=rss&_=1");
        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        Assert.Equal("""[{"parameter":"tag","value":"lm","nearest":"LLM"}]""", answer.GetProperty("notices").GetRawText());
        Assert.False((await GetAsync("/api/posts?tag=llm")).TryGetProperty("notices", out _));
    }

    [Fact]
    public async Task A_front_end_gets_the_fields_that_it_wants()
    {
        var posts = (await GetAsync("/api/posts?fields=title,url")).GetProperty("posts");
        Assert.All(posts.EnumerateArray(), post => Assert.Equal(["url", "title"], post.EnumerateObject().Select(field => field.Name)));
        var post = await GetAsync("/api/posts/hello-press?fields=newer,title");
        Assert.Equal(["title", "newer"], post.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task One_post_names_its_neighbours_and_related_posts()
    {
        var post = await GetAsync("/api/posts/a-table-of-coffee");
        Assert.Equal("code-that-explains-itself", post.GetProperty("older").GetProperty("slug").GetString());
        Assert.Equal("footnotes-for-the-curious", post.GetProperty("newer").GetProperty("slug").GetString());
        Assert.Equal(JsonValueKind.Null, (await GetAsync("/api/posts/hello-press")).GetProperty("older").ValueKind);
        Assert.NotEqual(0, (await GetAsync("/api/posts/hello-press")).GetProperty("related").GetArrayLength());
        Assert.All(post.GetProperty("related").EnumerateArray(), other => Assert.Equal("en", other.GetProperty("lang").GetString()));
    }

    [Fact]
    public async Task The_html_of_a_post_is_right_on_every_page()
    {
        foreach (var slug in api.Publication.Catalog.Entries.Where(entry => entry.Lang == "en").Select(entry => entry.Slug))
        {
            var html = (await GetAsync($"/api/posts/{Uri.EscapeDataString(slug)}")).GetProperty("html").GetString()!;
            Assert.DoesNotMatch("""\s(href|src|poster)="(?!https?://|#|mailto:)""", html);
            Assert.DoesNotMatch("""\ssrcset="(?!https?://)""", html);
        }
    }

    [Theory]
    [InlineData("/api/posts")]
    [InlineData("/api/posts/hello-press")]
    [InlineData("/api/tags")]
    [InlineData("/api/categories")]
    [InlineData("/api/openapi.json")]
    public async Task An_answer_may_be_kept_and_asked_about_again(string path)
    {
        using var first = await api.Client.GetAsync(path, Cancellation);
        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
        Assert.Equal(path != "/api/openapi.json", first.Content.Headers.LastModified is not null);
        Assert.False(first.Headers.ETag!.IsWeak);

        foreach (var known in new[] { first.Headers.ETag.Tag, $"\"other\", W/{first.Headers.ETag.Tag}", "*" })
        {
            using var again = await SendAsync(
                HttpMethod.Get, path, request => request.Headers.TryAddWithoutValidation("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Equal("*", Assert.Single(again.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        }

        using var changed = await SendAsync(
            HttpMethod.Get, path, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would()
    {
        using var get = await api.Client.GetAsync("/api/posts", Cancellation);
        using var head = await SendAsync(HttpMethod.Head, "/api/posts");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_of_another_origin_may_ask()
    {
        using var preflight = await SendAsync(HttpMethod.Options, "/api/posts", request =>
        {
            request.Headers.Add("Origin", "https://front.example.com");
            request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        });
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains(
            "If-None-Match", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);

        using var answer = await api.Client.GetAsync("/api/posts", Cancellation);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("ETag, Link, Age", Assert.Single(answer.Headers.GetValues("Access-Control-Expose-Headers")));
    }

    [Theory]
    [InlineData("GET", "/api/posts?featured=ture", 400, "Invalid value 'ture' for 'featured'. Did you mean 'true'?")]
    [InlineData("GET", "/api/posts?tga=llm", 400, "Unknown parameter 'tga'. Did you mean 'tag'?")]
    [InlineData("GET", "/api/posts?pageSize=101", 400, "Allowed: a whole number from 1 to 100.")]
    [InlineData("HEAD", "/api/posts?page=0", 400, null)]
    [InlineData("GET", "/api/tags?langs=ko", 400, "Unknown parameter 'langs'. Did you mean 'lang'? Allowed: lang.")]
    [InlineData("GET", "/api/posts/hello-press?lang=kr", 404, "The post 'hello-press' has no 'kr' version. Available: en.")]
    [InlineData("GET", "/api/posts/helo-press", 404, "There is no post 'helo-press'. Did you mean 'hello-press'?")]
    [InlineData("GET", "/api/posts/hello-press?lang=ko", 404, "The post 'hello-press' has no 'ko' version. Available: en.")]
    [InlineData("GET", "/api/post", 404, "There is no '/api/post'.")]
    [InlineData("POST", "/api/posts", 405, "'POST' cannot be used here. Allowed: GET, HEAD, OPTIONS.")]
    [InlineData("DELETE", "/api/tags", 405, "'DELETE' cannot be used here.")]
    public async Task What_cannot_be_answered_is_a_problem_document(string method, string path, int status, string? detail)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        if (status == 405)
            Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
        if (detail is null)
            return;

        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(status == 400, problem.TryGetProperty("errors", out _));
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await api.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(method, path);
        prepare?.Invoke(request);
        return await api.Client.SendAsync(request, Cancellation);
    }
}
