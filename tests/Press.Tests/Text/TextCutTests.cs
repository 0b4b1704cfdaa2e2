using System.Globalization;

namespace Press.Tests;

public sealed class TextCutTests
{
    [Theory]
    [InlineData("one two", 7, "one two")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one two three", 10, "one two…")]
    [InlineData("한글 문장을 자릅니다", 8, "한글 문장을…")]
    [InlineData("日本語の文章を切ります", 6, "日本語の文…")]
    [InlineData("onelongword", 5, "onel…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 20, "👨‍👩‍👧‍👦…")]
    [InlineData("각각각", 2, "각…")]
    [InlineData("👨‍👩‍👧‍👦", 3, "…")]
    public void Text_is_cut_between_words_and_never_within_a_character(string text, int most, string cut) =>
        Assert.Equal(cut, TextCut.At(text, most));

    [Fact]
    public void What_is_cut_fits_and_is_a_beginning_in_whole_characters()
    {
        var random = new Random(3);
        string[] pieces = ["word", " ", "한글", "漢", "👨‍👩‍👧", "e\u0301", "🇰🇷", "ㅎ", "हि"];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var most = random.Next(1, 60);
            var cut = TextCut.At(text, most);
            Assert.InRange(cut.Length, 0, Math.Max(most, 1));
            if (cut == text)
                continue;
            var kept = cut[..^1];
            Assert.StartsWith(kept, text, StringComparison.Ordinal);
            Assert.True(kept.Length == 0 || StringInfo.ParseCombiningCharacters(text).Contains(kept.Length) || text[kept.Length] == ' ');
        }
    }
}
