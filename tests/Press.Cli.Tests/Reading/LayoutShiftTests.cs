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
}
