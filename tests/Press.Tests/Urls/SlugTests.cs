namespace Press.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("GTC 2025: 첫인상!", "gtc-2025-첫인상")]
    [InlineData("  --a__b--  ", "a-b")]
    [InlineData("C# & .NET", "c-net")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("日本語 テスト", "日本語-テスト")]
    [InlineData("Ünïcode", "ünïcode")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("𝒜 𐐀", "𝒜-𐐨")]
    [InlineData("!!!", "")]
    public void Letters_of_every_script_stay(string text, string slug)
    {
        Assert.Equal(slug, Slug.Of(text));
        Assert.Equal(slug, Slug.Of(Slug.Of(text)));
    }
}
