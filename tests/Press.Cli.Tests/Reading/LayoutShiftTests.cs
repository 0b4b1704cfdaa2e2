namespace Press.Cli.Tests.Reading;

/// <summary>What a reader reads stays where it is, though images come late.</summary>
/// <seealso href="https://web.dev/articles/cls"/>
[Collection(OneReader.Name)]
public sealed class LayoutShiftTests(Reader reader)
{
    [Theory]
    [InlineData("/archive.html", 1280, 800)]
    [InlineData("/archive.html", 390, 844)]
    [InlineData("/search.html?q=coffee", 390, 844)]
    [InlineData("/code-that-explains-itself.html", 1280, 800)]
    [InlineData("/code-that-explains-itself.html", 390, 844)]
    public async Task Nothing_moves_on_a_page_without_images(string path, int width, int height)
    {
        await using var visit = await reader.VisitAsync(path: null, new() { ViewportSize = new() { Width = width, Height = height } });
        var shift = await LayoutShift.OfReadingAsync(visit, path);
        Assert.True(shift.Sum == 0, shift.Moved);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Nothing_moves_while_the_real_post_is_read_to_its_end(int width, int height)
    {
        await using var visit = await reader.VisitAsync(path: null, new() { ViewportSize = new() { Width = width, Height = height } });
        var shift = await LayoutShift.OfReadingAsync(visit, PageTypes.RealPost);
        Assert.True(shift.Sum == 0, shift.Moved);
    }

    [Fact]
    public async Task Nothing_moves_while_a_page_comes_in_pieces()
    {
        using var site = new SiteCopy();
        Assert.Equal(0, (await PressRun.ToEndAsync("build", site.Folder)).Code);
        await using var pieces = await PageInPieces.StartAsync(Path.Combine(site.Folder, "_site"));

        foreach (var width in new[] { 390, 1280 })
        {
            Assert.Empty(await MovedAsync(PageTypes.RealPost, "전체 글</a>", width));
            Assert.Empty(await MovedAsync(PageTypes.RealPost, "검색</a>", width));
            Assert.Empty(await MovedAsync(PageTypes.RealPost, "<article class=\"post\">", width));
            // The first of several cards.
            Assert.Empty(await MovedAsync("/index.html", "</article>", width));
        }

        async Task<string> MovedAsync(string path, string lastOfFirst, int width)
        {
            await using var visit = await reader.VisitAsync(path: null, new() { ViewportSize = new() { Width = width, Height = 844 } });
            return (await pieces.OpenAsync(visit, path, lastOfFirst)).Moved;
        }
    }
}
