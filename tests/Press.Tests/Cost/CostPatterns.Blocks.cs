namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private static void AddBlocks()
    {
        AddBody("quotes nested", size => Number(size, _ => new string('>', 60) + " a\n\n"));
        AddRepeated("quotes", "> a\n\n");
        AddRepeated("quotes lazy", "> a\nb\n");
        AddRepeated("list", "- a\n");
        AddRepeated("list loose", "- a\n\n");
        AddRepeated("list alternating", "- a\n+ b\n");
        AddRepeated("list numbered", "1. a\n");
        AddRepeated("list of letters", "a. b\n");
        AddRepeated("list of empty items", "-\n");
        AddBody("list nested", size => Number(size, number => new string(' ', number % 60 * 2) + "- a\n"));
        AddBody("list nested in one line", size => Number(size, _ => Repeat("- ", 60) + "a\n"));
        AddRepeated("task list", "- [ ] a\n- [x] b\n");
        AddRepeated("definition list", "a\n: b\n\n");
        AddRepeated("definition list of one term", ":   b\n");
        AddRepeated("alerts", "> [!NOTE]\n> a\n\n");
        AddRepeated("headings equal", "# a\n\n");
        AddBody("headings", size => Number(size, number => $"## a {number}\n\n"));
        AddRepeated("headings underlined", "a\n---\n\n");
        AddRepeated("paragraphs", "a\n\n");
        AddRepeated("lines", "a\n");
        AddRepeated("breaks", "---\n");
        AddRepeated("blank lines", "\n");
        AddRepeated("indented code", "    a\n\n");
        AddRepeated("fences open", "```\na\n```\n\n```a\n");
        AddRepeated("containers", "::: a\n");
        AddRepeated("mathematics in blocks", "$$\na\n$$\n\n");
        AddRepeated("attribute lists of blocks", "a\n{: .b}\n\n");
        AddRepeated("html block", "<div>\na\n</div>\n\n");
        AddRepeated("html block of comments", "<!-- a -->\n\n");
        AddRepeated("html block of comments begun", "<!-- a\n\n");
        AddRepeated("table", "|a|b|\n|-|-|\n|c|d|\n\n");
        AddBody("table long", size => "|a|b|\n|-|-|\n" + Repeat("|c|d|\n", size));
        AddBody("table wide", size => $"|{Repeat("a|", size / 3)}\n|{Repeat("-|", size / 3)}\n|{Repeat("b|", size / 3)}\n");
        AddBody("table wide of short rows", size => $"|{Repeat("a|", size / 3)}\n|{Repeat("-|", size / 3)}\n{Repeat("|b|\n", size / 3)}");
        AddBody("table wide without a header", size => $"|a|\n|-|\n|{Repeat("b|", size / 2)}\n{Repeat("|c|\n", size / 2)}");
        AddBody("table of empty cells", size => $"|a|b|\n|-|-|\n{Repeat("||\n", size)}");
        AddRepeated("table begun", "a|b\n");
        AddRepeated("table cells without a table", "a|");
        AddRepeated("table of emphasis", "|*a|b*\n");
        AddBody("table of code", size => "|a|b|\n|-|-|\n" + Repeat("|`c|d|\n", size));
        AddBody("table of a grid", size => Repeat("+---+---+\n| a | b |\n", size) + "+---+---+\n");
        AddBody("lists within quotes within lists", size => Number(size, number => Repeat("> - ", 1 + (number % 60)) + "a\n"));
        foreach (var language in CodeLanguages)
        {
            foreach (var (kind, unit) in CodeUnits)
                AddBody($"code in {language}: {kind}", size => $"```{language}\n{Repeat(unit, size)}\n```\n");
        }
    }

    /// <summary>What opens comments, texts and brackets in most languages, and is never closed.</summary>
    private static IEnumerable<(string Kind, string Unit)> CodeUnits =>
    [
        ("openings", "(*{-/*<!--\"\"\"'''<<A $(${`@\"r#\" "),
        ("quotes", "\"a 'b\n"),
        ("words and numbers", "let a1 = 0x1f + b.c(d);\n"),
    ];
}
