namespace Press.Tests;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("한글, 漢字 and 👨‍👩‍👧", "한글, 漢字 and 👨‍👩‍👧")]
    [InlineData("tab\tline\nreturn\r<&]]>", "tab\tline\nreturn\r<&]]>")]
    [InlineData("a\u0000b\u0001c\u0008d\u000Be\u001Ff", "abcdef")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    public void Only_what_XML_can_hold_stays(string text, string allowed) => Assert.Equal(allowed, XmlText.Of(text));

    // Not a theory: an attribute cannot hold them either.
    [Fact]
    public void Halves_of_surrogate_pairs_do_not_stay()
    {
        Assert.Equal("ab", XmlText.Of("a\uD83Db"));
        Assert.Equal("ab", XmlText.Of("a\uDE00b"));
        Assert.Equal("😀", XmlText.Of("\uDE00\uD83D\uDE00\uD83D"));
    }
}
