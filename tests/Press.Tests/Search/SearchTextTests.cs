namespace Press.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("NVIDIA GTC에서 만난 최전선!", "nvidia gtc 에서 만난 최전선")]
    [InlineData("C++, C# and F#; a+b #tag ++", "c++ c# and f# a+ b tag")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ ㎏ Ⅳ", "full width kg iv")]
    [InlineData("Café Ünïted Straße ΣΊΣΥΦΟΣ", "cafe united straße σισυφοσ")]
    [InlineData("Tiếng Việt йод", "tieng viet иод")]
    [InlineData("東京タワーに行く ガラス", "東京タワーに行く ガラス")]
    [InlineData("don't re-read v1.2.3", "don t re read v1 2 3")]
    [InlineData("한\u1100\u1161\u11A8글", "한각글")]
    [InlineData("🎉 a\ud800b", "a b")]
    [InlineData("", "")]
    public void A_text_has_these_words(string text, string words)
    {
        var found = new List<string>();
        foreach (var word in SearchText.WordsOf(SearchText.Fold(text)))
            found.Add(word.ToString());
        Assert.Equal(words, string.Join(' ', found));
    }

    [Theory]
    [InlineData("최전선", "최전선 전선 선")]
    [InlineData("가나다라마바사아자차", "가나다라마바사아 나다라마바사아자 다라마바사아자차 라마바사아자차 마바사아자차 바사아자차 사아자차 아자차 자차 차")]
    [InlineData("𠀀𠀁", "𠀀𠀁 𠀁")]
    [InlineData("cache", "cache")]
    [InlineData("pneumonoultramicroscopicsilico", "pneumonoultramicroscopics")]
    public void A_word_is_found_by_these_keys(string word, string keys)
    {
        var found = new List<string>();
        foreach (var key in SearchText.KeysOf(word))
            found.Add(key.ToString());
        Assert.Equal(keys.Length > 24 && word.All(char.IsAscii) ? keys[..24] : keys, string.Join(' ', found));
    }

    [Fact]
    public void A_word_that_is_longer_than_a_key_is_looked_for_piece_by_piece() =>
        Assert.Equal(["가나다라마바사아", "나다라마바사아자", "다라마바사아자차"], SearchText.TermsOf("가나다라마바사아자차").Select(term => term.Text));

    [Fact]
    public void A_single_letter_is_a_whole_word() =>
        Assert.Equal([true, false, false], PostSearch.TermsOf("C C# 책").Select(term => term.IsWhole));

    [Fact]
    public void The_words_of_a_body_are_those_that_a_reader_sees()
    {
        const string Html = """
            <h2 id="x">Head <b>li</b>ne</h2><p title="a > b">first<br>second <code>co<span>de</span></code> &amp; &#54620;글</p>
            <script>no</script><style>no</style><math><mi>x</mi><annotation encoding="application/x-tex">\no</annotation></math>
            <!-- no > no --><ul><li>one</li><li>one</li></ul>one
            """;
        Assert.Equal(
            "head:Heading line:Heading first:Once second:Once code:Once 한글:Once x:Once one:Often",
            string.Join(' ', PostWords.Of(Html).All().Select(word => $"{word.Word}:{word.Weight}")));
    }

    [Fact]
    public void The_words_of_a_body_are_bounded()
    {
        var words = PostWords.Of(string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"w{number}")));
        Assert.InRange(words.Bytes.Length, PostWords.MaxBytes - 10, PostWords.MaxBytes);
        Assert.Equal("w0", words.All().First().Word);
        Assert.All(words.All(), word => Assert.Matches("^w[0-9]+$", word.Word));
    }

    [Theory]
    [InlineData("<p title=\"never ended")]
    [InlineData("<script>never ended")]
    [InlineData("text <")]
    [InlineData("</")]
    [InlineData("<!-- never ended")]
    public void Html_that_is_cut_is_read_to_its_end(string html) => Assert.InRange(PostWords.Of("word " + html).All().Count(), 1, 2);
}
