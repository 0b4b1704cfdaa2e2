using Press.Testing;

namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private const string Small = "body\n";

    private static void AddKeys(string name, Func<int, string> keys, Func<int, string>? body = null) =>
        Patterns.Add(name, size => [Post(body?.Invoke(size) ?? Small, frontMatter: keys(size))]);

    private static void AddFrontMatter()
    {
        AddKeys("yaml flow nested", size => "a: " + Repeat("[", size));
        AddKeys("yaml flow", size => $"a: [{Repeat("b, ", size)}c]");
        AddKeys("yaml mapping in flow", size => $"a: {{{Number(size, number => $"{Letters(number)}: b, ")}}}");
        AddKeys("yaml keys", size => Number(size, number => $"{Letters(number)}: b\n"));
        AddKeys("yaml keys misspelt", size => Number(size, number => $"titl{(char)(0x4E00 + number)}: b\n"));
        AddKeys("yaml key long", size => $"{Repeat("a", size)}: b");
        AddKeys("yaml key long and asked for", size => $"? {Repeat("a", size)}\n: b");
        AddKeys("yaml value long", size => $"title: {Repeat("a b ", size)}");
        AddKeys("yaml value in quotes", size => $"title: \"{Repeat("\\u0041\\", size)}\"");
        AddKeys("yaml value in lines", size => $"title: >\n{Repeat("  a\n", size)}");
        AddKeys("yaml block of keys in question", size => Repeat("? a\n", size));
        AddKeys("yaml anchors", size => Number(size, number => $"{Letters(number)}: &{Letters(number)} b\n"));
        AddKeys("yaml aliases", size => $"a: &a b\nc: [{Repeat("*a, ", size)}]");
        AddKeys("yaml aliases of a long text", size => $"a: &a {Repeat("b ", size / 2)}\ntags: [{Repeat("*a, ", size / 2)}]");
        AddKeys("yaml aliases as keys", size => $"a: &a {Repeat("b ", size / 2)}\n{Repeat("*a : b\n", size / 2)}");
        AddKeys("yaml aliases of old paths", size => $"a: &a /{Repeat("b/", 100)}\nredirect_from: [{Repeat("*a, ", size)}]");
        AddKeys("yaml comments", size => Repeat("# a\n", size));
        AddKeys("yaml quotes begun", size => Repeat("'a\n", size));
        AddKeys("tags", size => $"tags: [{Number(size, number => Letters(number) + ", ")}]");
        AddKeys("tags equal by case", size => $"tags: [{Number(size, number => (number % 2 == 0 ? "tag" : "TAG") + ", ")}]");
        AddKeys("tags of one slug", size => $"tags: [{Number(size, number => $"'{OneSlug(number)}', ")}]");
        AddKeys("tags without letters", size => $"tags: [{Repeat("'!', ", size)}]");
        AddKeys("tags in one text", size => $"tags: {Number(size, number => Letters(number) + " ")}");
        AddKeys(
            "tags and categories",
            size =>
                $"tags: [{Number(size / 2, number => Letters(number) + ", ")}]\n"
                    + $"categories: [{Number(size / 2, number => Letters(number) + ", ")}]");
        AddKeys(
            "tags and a long excerpt",
            size => $"tags: [{Number(size / 2, number => Letters(number) + ", ")}]",
            size => Repeat("word ", size / 2));
        AddKeys(
            "tags and a long excerpt before its end",
            size => $"tags: [{Number(size / 2, number => Letters(number) + ", ")}]",
            size => $"{Repeat("a\n\n", size / 2)}<!--more-->\n\nb");
        AddKeys(
            "tags and a long excerpt of keys",
            size => $"tags: [{Number(size / 2, number => Letters(number) + ", ")}]\nexcerpt: {Repeat("word ", size / 2)}");
        AddKeys(
            "tags and a long title",
            size => $"title: {Repeat("word ", size / 2)}\ntags: [{Number(size / 2, number => Letters(number) + ", ")}]");
        AddKeys(
            "tags and a long author",
            size => $"author: {Repeat("word ", size / 2)}\ntags: [{Number(size / 2, number => Letters(number) + ", ")}]");
        AddKeys(
            "tags and a long image",
            size => $"image: /{Repeat("a", size / 2)}.png\ntags: [{Number(size / 2, number => Letters(number) + ", ")}]");
        AddKeys("old paths", size => $"redirect_from: [{Number(size, number => $"/{Letters(number)}, ")}]");
        AddKeys("old paths that are none", size => $"redirect_from: [{Repeat("'?', ", size)}]");
        AddKeys(
            "old paths and a long title",
            size => $"title: {Repeat("word ", size / 2)}\nredirect_from: [{Number(size / 2, number => $"/{Letters(number)}, ")}]");
    }

    private static void AddDrawings()
    {
        Patterns.Add(
            "svg deep",
            size =>
            [
                SiteText.Source(
                    "a.svg",
                    $"<svg xmlns='http://www.w3.org/2000/svg'>{Repeat("<g>", size / 2)}{Repeat("</g>", size / 2)}</svg>"),
            ]);
        Patterns.Add(
            "svg broad", size => [SiteText.Source("a.svg", $"<svg xmlns='http://www.w3.org/2000/svg'>{Repeat("<g/>", size)}</svg>")]);
        Patterns.Add(
            "svg of attributes",
            size =>
            [SiteText.Source("a.svg", $"<svg xmlns='http://www.w3.org/2000/svg' {Number(size, number => $"a{Letters(number)}='b' ")}/>")]);
        Patterns.Add(
            "svg of scripts",
            size => [SiteText.Source("a.svg", $"<svg xmlns='http://www.w3.org/2000/svg'>{Repeat("<script/>", size)}</svg>")]);
        Patterns.Add(
            "svg of text",
            size => [SiteText.Source("a.svg", $"<svg xmlns='http://www.w3.org/2000/svg'><text>{Repeat("a &amp; ", size)}</text></svg>")]);
    }

    private static void AddSites()
    {
        AddPosts("posts", _ => Small, _ => "title: x");
        AddPosts("posts of one tag", _ => Small, _ => "tags: [a]");
        AddPosts("posts of a tag each", _ => Small, number => $"tags: [{Letters(number)}]");
        AddPosts("posts of tags equal by case", _ => Small, number => number % 2 == 0 ? "tags: [a]" : "tags: [A]");
        AddPosts("posts of tags of one slug", _ => Small, number => $"tags: ['{OneSlug(number)}']");
        AddPosts("posts of a language each", _ => Small, number => $"lang: {Letters(number, 3)}");
        AddPosts("posts of a language each with one tag", _ => Small, number => $"lang: {Letters(number, 3)}\ntags: [a]");
        AddPosts("posts of a language and a tag each", _ => Small, number => $"lang: {Letters(number, 3)}\ntags: [{Letters(number)}]");
        AddPosts("translations", _ => Small, number => $"lang: {Letters(number, 3)}\npage_id: a");
        AddPosts("translations into one language", _ => Small, _ => "page_id: a");
        AddPosts(
            "hidden translations",
            _ => Small,
            number => $"lang: {Letters(number, 3)}\npage_id: a\nhidden: {(number % 2 == 0 ? "true" : "false")}");
        AddPosts("posts with a dead link", _ => "[a](nowhere.md)\n", _ => "title: x");
        AddPosts("posts that link to each other", number => $"[a](2025-01-01-{Letters(number / 2)}.md)\n", _ => "title: x");
        AddPosts("posts with one old path", _ => Small, _ => "redirect_from: /old");
        AddPosts("posts of one path", _ => Small, _ => "permalink: /a.html");
        AddPosts("posts of one slug", _ => Small, _ => "slug: a");
        AddPosts("posts with an unknown layout", _ => Small, _ => "layout: nothing");
        AddPosts("posts of one moment", _ => Small, _ => "date: 2025-01-01");
        AddRepeated("dead links", "[a](nowhere.md) ");
        AddRepeated("links to posts", "[a](2025-01-01-a.md) ");
        Patterns.Add("files", size => Enumerable.Range(0, size / 128).Select(number => SiteText.Source($"{Letters(number)}.pdf", "%PDF")));
        Patterns.Add(
            "files of no kind", size => Enumerable.Range(0, size / 128).Select(number => SiteText.Source($"{Letters(number)}.xyz", "a")));
    }

    /// <summary>A site of posts: as many as fit into the size.</summary>
    private static void AddPosts(string name, Func<int, string> body, Func<int, string> keys, Func<int, string>? nameOf = null) =>
        Patterns.Add(name, size => Enumerable.Range(0, size / 128)
            .Select(number => Post(body(number), nameOf?.Invoke(number) ?? $"_posts/2025-01-01-{Letters(number)}.md", keys(number))));

    /// <summary>Names that differ, though all have the slug <c>a</c>.</summary>
    private static string OneSlug(int number) =>
        "a" + string.Concat(Enumerable.Range(0, 12).Select(bit => (number >> bit) % 2 == 0 ? '!' : '?'));
}
