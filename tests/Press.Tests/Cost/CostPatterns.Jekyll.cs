namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private const string JekyllPrefix = "Jekyll: ";

    private static string ConfigurationOf(string pattern) =>
        "url: https://example.com\n" + (pattern.StartsWith(JekyllPrefix, StringComparison.Ordinal) ? "theme: minima\npermalink: /:slug.html\n" : "");

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
        AddOfJekyll("quotes", size => Repeat("\"a' '\"b -- ", size));
    }

    private static void AddOfJekyll(string name, Func<int, string> body) => AddBody(JekyllPrefix + name, body);
}
