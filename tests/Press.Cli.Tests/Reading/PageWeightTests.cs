namespace Press.Cli.Tests.Reading;

[Collection(OneReader.Name)]
public sealed class PageWeightTests(Reader reader)
{
    // Of it the script may be 12 KiB.
    private const int Limit = 44 * 1024;

    [Fact]
    public async Task The_real_post_is_light()
    {
        await using var visit = await reader.VisitAsync(path: null);
        var bytes = await PageWeight.OfAsync(visit, PageTypes.RealPost);
        Assert.Equal(3, bytes.Count);
        Assert.InRange(bytes.Values.Sum(), 10_000, Limit);
    }
}
