using System.Text;

namespace Press.Tests;

public sealed class SourceExcerptTests
{
    [Theory]
    [InlineData("one\ntwo words\r\nthree", 2, 5, "    two words", "        ^")]
    [InlineData("\uFEFFone", 1, 1, "    one", "    ^")]
    [InlineData("한글 x", 1, 4, "    한글 x", "    \u3000\u3000 ^")]
    [InlineData("\ta\tb", 1, 4, "    \ta\tb", "    \t \t^")]
    [InlineData("👍 x", 1, 4, "    👍 x", "    \u3000 ^")]
    [InlineData("one", 1, 99, "    one", "       ^")]
    public void A_caret_stands_below_the_place(string text, int line, int column, string shown, string caret) =>
        Assert.Equal((shown, caret), SourceExcerpt.Of(Encoding.UTF8.GetBytes(text), new TextPosition(line, column)));

    [Theory]
    [InlineData("one", 2)]
    [InlineData("one\n\nthree", 2)]
    public void A_line_that_is_not_there_or_empty_is_not_shown(string text, int line) =>
        Assert.Null(SourceExcerpt.Of(Encoding.UTF8.GetBytes(text), new TextPosition(line, 1)));

    [Fact]
    public void A_long_line_is_shown_around_the_place()
    {
        var (line, caret) =
            SourceExcerpt.Of(Encoding.UTF8.GetBytes(new string('a', 500) + "b" + new string('a', 500)), new TextPosition(1, 501))!.Value;
        Assert.Equal(204, line.Length);
        Assert.Equal('b', line[caret.IndexOf('^', StringComparison.Ordinal)]);
    }
}
