namespace Press.Cli.Tests.Reading;

/// <summary>One page of each kind that the theme has, in both languages where they differ.</summary>
public static class PageTypes
{
    /// <summary>The post that Press must serve well.</summary>
    public const string RealPost = "/ko/nvidia-gtc-2025.html";

    private static readonly string[] Paths =
    [
        "/", "/ko/", "/page/1.html", "/archive.html", "/ko/archive.html", "/search.html?q=seoul", "/ko/search.html?q=서울",
        "/tags/writing.html", "/ko/tags/llm.html", "/categories/notes.html", "/ko/categories/articles.html", "/404.html",
        RealPost, "/nvidia-gtc-2025.html", "/ko/서울-산책.html", "/hello-press.html", "/code-that-explains-itself.html",
        "/authors/ara-lim.html", "/ko/authors/ara-lim.html", "/about.html", "/ar/", "/ar/archive.html", "/ar/رسالة.html",
        "/a-table-of-coffee.html", "/footnotes-for-the-curious.html", "/a-packing-list.html", "/the-math-of-line-length.html",
    ];

    public static TheoryData<string> All => [.. Paths];
}
