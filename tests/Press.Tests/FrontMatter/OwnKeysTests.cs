using Press.Testing;

namespace Press.Tests;

/// <summary>The keys of a front matter that are its author's own, as the index has them.</summary>
public sealed class OwnKeysTests
{
    [Theory]
    [InlineData("title: x\ntags: [a]", null)]
    [InlineData("rating: 4.5", "{\"rating\":4.5}")]
    [InlineData("rating: \"4.5\"\nseen: yes\nnone:", "{\"rating\":\"4.5\",\"seen\":true,\"none\":null}")]
    [InlineData("장소: { 이름: \"서울 \\\"숲\\\"\", at: [37.54, 127.04] }", "{\"장소\":{\"이름\":\"서울 \\\"숲\\\"\",\"at\":[37.54,127.04]}}")]
    [InlineData("when: 2025-03-24\nempty: {}\nlist: []", "{\"when\":\"2025-03-24\",\"empty\":{},\"list\":[]}")]
    [InlineData("Title: x\nstatus: public\ncomments: false\nrating: 1", "{\"rating\":1}")]
    public void They_are_a_JSON_object_in_their_order(string yaml, string? json) => Assert.Equal(json, DataOf(yaml));

    [Fact]
    public void What_is_too_long_or_nested_too_deep_is_left_out_whole()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 17)) + "1" + string.Concat(Enumerable.Repeat("]", 17));
        Assert.Equal("{\"a\":1,\"b\":2}", DataOf($"a: 1\nlong: {new string('x', Limits.OwnKeys)}\ndeep: {deep}\nb: 2"));
        var data = DataOf(string.Concat(Enumerable.Range(0, 2_000).Select(number => $"k{number}: {number}\n")))!;
        Assert.InRange(data.Length, Limits.OwnKeys - 20, Limits.OwnKeys);
        Assert.StartsWith("{\"k0\":0,\"k1\":1,", data, StringComparison.Ordinal);
    }

    private static string? DataOf(string yaml) =>
        Assert.Single(SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{yaml}\n---\ntext\n").Catalog.Entries).Data;
}
