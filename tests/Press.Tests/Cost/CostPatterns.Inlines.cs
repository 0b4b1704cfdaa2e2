namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private static readonly string[] CodeLanguages =
        ["bash", "c", "cpp", "csharp", "css", "diff", "fsharp", "go", "haskell", "html", "java", "javascript", "json", "kotlin", "php",
            "powershell", "python", "ruby", "rust", "sql", "swift", "toml", "typescript", "vbnet", "xml", "yaml"];

    private static void AddInlines()
    {
        AddRepeated("brackets open", "[");
        AddRepeated("brackets with words", "[a ");
        AddRepeated("brackets closed", "]");
        AddRepeated("brackets in pairs", "[]");
        AddRepeated("brackets nested", "[[a] ");
        AddRepeated("brackets of pictures", "![");
        AddRepeated("link begun", "[a](");
        AddRepeated("link begun with an angle", "[a](<b");
        AddRepeated("link begun with a title", "[a](b \"");
        AddRepeated("link begun with a title in parentheses", "[a](b (c");
        AddRepeated("picture begun", "![a](");
        AddRepeated("link whole", "[a](b) ");
        AddBody("links within brackets", size => Repeat("[", size / 2) + Repeat("[a](b) ", size / 2));
        AddBody("link of nested parentheses", size => "[a](" + Repeat("(", size / 2) + Repeat(")", size / 2) + ")");
        AddRepeated("link label again", "[a][a]");
        AddRepeated("emphasis open", "*a ");
        AddRepeated("emphasis of two kinds", "*a **b ");
        AddRepeated("emphasis closed", "a**");
        AddRepeated("emphasis mixed", "*_a ");
        AddRepeated("emphasis of underscores", "_a __b ");
        AddRepeated("emphasis in Korean", "**가**나*다");
        AddBody("emphasis nested", size => Repeat("*a **b ", size / 2) + Repeat("c** d* ", size / 2));
        AddRepeated("stars alone", "*");
        AddRepeated("strikethrough open", "~~a ");
        AddRepeated("marks and insertions", "==a ++b ");
        AddRepeated("backticks open", "`a ``b ");
        AddBody("backticks of many lengths", size => Number(size, number => new string('`', number % 200) + "a "));
        AddRepeated("mathematics open", "$a $$b ");
        AddRepeated("entities", "&amp;&#x41;&b;&");
        AddRepeated("entity begun", "&a");
        AddRepeated("backslashes", "\\*\\");
        AddRepeated("comment begun", "a <!--");
        AddRepeated("comment begun twice", "a <!-- --");
        AddRepeated("declaration begun", "a <!A");
        AddRepeated("instruction begun", "a <?");
        AddRepeated("character data begun", "a <![CDATA[");
        AddRepeated("tag begun", "a <a href=");
        AddRepeated("tag begun with a value", "a <a href=\"b");
        AddRepeated("angles", "a <");
        AddRepeated("autolink in angles begun", "a <https://b");
        AddRepeated("address in angles begun", "a <b@c.");
        AddRepeated("attribute list begun", "*a*{: ");
        AddRepeated("braces", "*a*{.b");
        AddRepeated("alert in the text", "> [!NOTE] a\n> ");
        AddRepeated("footnote reference", "a[^1] ");
        AddBody("footnote references to one note", size => "[^1]: note\n\n" + Repeat("a[^1] ", size));
        AddBody("footnotes and references", size => Number(size, number => $"a[^{number}]\n\n[^{number}]: note\n\n"));
        AddBody("link references to one definition", size => "[a]: /b\n\n" + Repeat("[a] ", size));
        AddBody("link references to a long definition", size => $"[a]: /{Repeat("b", size / 2)}\n\n{Repeat("[a] ", size / 2)}");
        AddBody("link references to a long title", size => $"[a]: /b \"{Repeat("b", size / 2)}\"\n\n{Repeat("![a] ", size / 2)}");
        AddBody("link definitions and references", size => Number(size, number => $"[{Letters(number)}]: /b\n\n[{Letters(number)}]\n\n"));
        AddRepeated("link definition begun", "[a\n");
        AddRepeated("link definition again", "[a]: /b\n");
        AddBody("link references to another post", size => $"[a]: b.md#{Repeat("b", size / 2)}\n\n{Repeat("[a] ", size / 2)}");
        AddRepeated("autolinks", "https://a.b/c ");
        AddRepeated("autolinks without blanks", "https://a.b/(c");
        AddRepeated("autolinks begun", "www.");
        AddRepeated("address begun", "mailto:");
        AddBody("abbreviation", size => "*[A]: b\n\n" + Repeat("A ", size));
        AddBody("abbreviation of a long title", size => $"*[A]: {Repeat("b", size / 2)}\n\n{Repeat("A ", size / 2)}");
        AddBody(
            "abbreviations",
            size => Number(size / 2, number => $"*[{Letters(number)}]: b\n") + "\n" + Number(size / 2, number => Letters(number) + " "));
        AddBody(
            "abbreviations that begin alike",
            size => Number(size / 2, number => $"*[{new string('a', number % 100)}]: b\n") + "\n" + Repeat("a", size / 2));
        AddRepeated("line breaks", "a  \nb\\\n");
        AddRepeated("one word", "a");
        AddRepeated("words", "word ");
    }
}
