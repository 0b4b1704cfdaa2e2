namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    private static void AddHtml()
    {
        AddRepeated("html siblings", "<p>a</p>");
        AddRepeated("html siblings in words", "a <b>b</b> ");
        AddRepeated("html siblings taken out", "<script>a</script>");
        AddRepeated("html siblings of unknown names", "<x>a</x>");
        AddRepeated("html siblings with a handler", "<p onclick=a>b</p>");
        AddRepeated("html siblings with a style", "<p style='position:fixed;color:red'>a</p>");
        AddRepeated("html siblings in blocks", "<p>a</p>\n\n");
        AddRepeated("html siblings in blocks taken out", "<script>a</script>\n\nb\n\n");
        AddRepeated("html comments", "<!-- a --><p>b</p>");
        AddRepeated("html input", "<input>");
        AddRepeated("html frames", "<iframe src='https://example.com'></iframe>");
        AddRepeated("html pictures", "<img src='a.png'>");
        AddRepeated("html links", "<a href='b.md'>a</a>");
        AddRepeated("html links to nowhere", "<a href='javascript:a'>a</a>");
        AddRepeated("html unclosed", "<div>");
        AddRepeated("html unclosed in words", "a <span>");
        AddRepeated("html unclosed in paragraphs", "a <b>\n\n");
        AddRepeated("html unclosed of one name", "<p>");
        AddRepeated("html unclosed in a list", "<li>");
        AddRepeated("html unclosed in a table", "<table><tr><td>");
        AddRepeated("html unclosed cells", "<td>");
        AddBody("html nested", size => Repeat("<div>", size / 2) + Repeat("</div>", size / 2));
        AddBody("html nested to no end", size => Repeat("<span>", size / 2) + Repeat("</b>", size / 2));
        AddBody(
            "html formatting that goes on",
            size => "<p>" + Number(size / 2, number => $"<b class={Letters(number)}>") + Repeat("</p><p>a", size / 2));
        AddRepeated("html formatting crossed", "<b><i></b></i>");
        AddRepeated("html formatting crossed by blocks", "<a><p></a>");
        AddRepeated("html end tags", "</b>");
        AddRepeated("html end tags of paragraphs", "</p>");
        AddBody("html attributes", size => $"<p {Number(size, number => $"data-{Letters(number)}=a ")}>b</p>");
        AddBody("html attributes equal", size => $"<p {Repeat("title=a ", size)}>b</p>");
        AddBody("html classes", size => $"<p class='{Number(size, number => $"{Letters(number)} ")}'>b</p>");
        AddBody("html style", size => $"<p style='{Number(size, number => $"a{Letters(number)}:b;")}'>b</p>");
        AddBody("html style of one property", size => $"<p style='{Repeat("color:re\\64;", size)}'>b</p>");
        AddBody("html style nested", size => $"<p style='color:{Repeat("calc(", size)}'>b</p>");
        AddBody("html style of comments", size => $"<p style='{Repeat("/*", size)}'>b</p>");
        AddBody("html list of pictures", size => $"<img src=a.png srcset='{Repeat("a.png 1x, ", size)}'>");
        AddBody("html entities", size => $"<p>{Repeat("&amp;&lt;", size)}</p>");
        AddBody("html text of tables", size => $"<table>{Repeat("a<tr>", size)}</table>");
        AddBody("html blanks in a tag", size => $"<p{Repeat(" ", size)}");
        AddRepeated("html rubies", "<ruby>a<rt>b");
        AddRepeated("html options", "<select><option>a");
        AddRepeated("html of another name space", "<svg><math><mi>a");
        AddRepeated("html raw text", "<textarea>a");
    }
}
