using Press.Testing;

namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private const string JekyllPrefix = "Jekyll: ";

    private static string ConfigurationOf(string pattern) =>
        "url: https://example.com\n"
            + (pattern.StartsWith(JekyllPrefix, StringComparison.Ordinal) ? "theme: minima\npermalink: /:slug.html\n" : "");

    /// <summary>What a Jekyll site reads in a way of its own.</summary>
    private static void AddJekyll()
    {
        AddOfJekyll("bars", size => Repeat("|a|b|\n", size));
        AddOfJekyll("bars apart", size => Repeat("|a|b|\n\n", size));
        AddOfJekyll("bars in one line", size => Repeat("a|", size));
        AddOfJekyll("bars and a line without", size => Repeat("a|b\n", size) + "c\n");
        AddOfJekyll("bars wide and short", size => $"|{Repeat("a|", size / 2)}\n{Repeat("|b|\n", size / 2)}");
        AddOfJekyll("bars in brackets", size => Repeat("[a|", size) + Repeat("](b)", size));
        AddOfJekyll("bars in brackets not closed", size => Repeat("[a|b](", size));
        AddOfJekyll("bars in math", size => Repeat("$a|b$ ", size));
        AddOfJekyll("bars in math not closed", size => Repeat("$a|b \\", size));
        AddOfJekyll("bars in code", size => Repeat("`a|b", size));
        AddOfJekyll("bars in code of many lengths", size => Number(size, number => new string('`', 1 + (number % 60)) + "a|"));
        AddOfJekyll("bars in tags", size => Repeat("<a |", size));
        AddOfJekyll("bars in code elements", size => Repeat("<code>a|", size));
        AddOfJekyll("bodies of a table", size => Repeat("|a|\n|-|\n", size));
        AddOfJekyll("feet of a table", size => "|a|\n" + Repeat("|=|\n|b|\n", size));
        AddOfJekyll("definitions", size => Repeat("a\n: b\n\n", size));
        AddOfJekyll("definitions of one term", size => "a\n" + Repeat(": b\n", size));
        AddOfJekyll("definitions nested", size => "a\n" + Repeat(": b\n    ", size));
        AddOfJekyll("terms of one definition", size => Repeat("a\n", size) + ": b\n");
        AddOfJekyll("terms with attributes", size => Repeat("{:.a} b\n", size) + ": {:.c} d\n");
        AddOfJekyll("colons below blank lines", size => Repeat("a\n\n\n: b\n", size));
        AddOfJekyll("backslashes", size => Repeat("a\\\\\n", size));
        AddOfJekyll("lists", size => Repeat("- a\n1. b\n", size));
        AddOfJekyll("lists loose", size => Repeat("- a\n\n  b\n", size));
        AddOfJekyll("fences in lists", size => Repeat("- a\n```\nb\n```\n", size));
        AddOfJekyll("emphasis", size => Repeat("***a***b ", size));
        AddOfJekyll("stars within words", size => Repeat("a**:**b", size));
        AddOfJekyll("stars open", size => Repeat("**a ", size));
        AddOfJekyll("elements left as they are", size => Repeat("<u>*a* <b>b</b></u>", size));
        AddOfJekyll("elements not closed", size => Repeat("<u>a ", size));
        AddOfJekyll("elements of many names not closed", size => Number(size, number => $"<x{Letters(number)}>"));
        AddOfJekyll("elements of tags", size => $"<u>{Repeat("<b a", size)}</u>");
        AddOfJekyll("elements of attributes", size => $"<u {Repeat("a='b' ", size)}");
        AddOfJekyll("angles", size => Repeat("<<a>>", size));
        AddOfJekyll("quotes that go on", size => "> a\n" + Repeat("- b\n", size));
        AddOfJekyll("quotes that go on indented", size => Repeat("> - a\n  - b\n", size));
        AddOfJekyll("numbers below text", size => Repeat("a\n3. b\n", size));
        AddOfJekyll("comments in lists", size => Repeat("- a\n<!-- b -->\n", size));
        AddOfJekyll("fences below quotes", size => Repeat("> a\n```\nb\n```\n\n", size));
        AddOfJekyll("fences without end below quotes", size => Repeat("> a\n~~~\n\n", size));
        AddOfJekyll("a fence of many lines below a quote", size => $"> a\n```{Repeat("x", size / 2)}\n{Repeat("b\n", size / 2)}```\n");
        AddOfJekyll("words in angles", size => Repeat("a <head> ", size));
        AddOfJekyll("escapes in math", size => Repeat("$a\\\\{b$ ", size));
        AddOfJekyll("addresses with escaped brackets", size => Repeat("[a](/b_(c\\)", size));
        AddOfJekyll("files beside a post", size => Repeat("{% include_relative a.md %}\n", size));
        AddOfJekyll(
            "files beside a post of many names", size => Number(size, number => $"{{% include_relative {Letters(number)}.md %}}\n"));
        AddOfJekyll("values that Press does not have", size => Repeat("{% for p in site.posts %}{{ p.content", size));
        AddPosts(JekyllPrefix + "a page that lists posts", number => number == 0 ? ListOfPosts : Small, _ => "title: x", ListName);
        AddPosts(
            JekyllPrefix + "a page that lists posts by tag", number => number == 0
                ? ListOfTags
                : Small, number => $"tags: [{Letters(number)}, a]", ListName);
        Patterns.Add(JekyllPrefix + "a list of posts in the layout of pages", size =>
        [
            SiteText.Source("_layouts/own.html", ListOfPosts),
            .. Enumerable.Range(0, 8).Select(number => Post(Small, $"{Letters(number)}.md", "layout: own")),
            .. Enumerable.Range(0, size / 128).Select(number => Post(Small, $"_posts/2025-01-01-{Letters(number)}.md", "title: x")),
        ]);
        AddOfJekyll("quotes", size => Repeat("\"a' '\"b -- ", size));
    }

    private const string ListOfPosts =
        "{% for p in site.posts %}[{{ p.title | escape }}]({{ p.url | relative_url }}) "
            + "{{ p.excerpt | strip_html | truncate: 20 }}\n{% endfor %}";

    private const string ListOfTags = "{% for t in site.tags %}{{ t[0] }}: {% for p in t[1] %}{{ p.title }} {% endfor %}\n{% endfor %}";

    private static string ListName(int number) => number == 0 ? "list.md" : $"_posts/2025-01-01-{Letters(number)}.md";

    private static void AddOfJekyll(string name, Func<int, string> body) => AddBody(JekyllPrefix + name, body);
}
