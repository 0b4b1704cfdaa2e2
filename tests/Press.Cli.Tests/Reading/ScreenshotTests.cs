using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Press.Testing;

namespace Press.Cli.Tests.Reading;

/// <summary>
/// Pictures of every kind of page for people to look at, and the figures of the real post, in <c>artifacts/reading</c>. How fast
/// a page is depends on the machine, and so is told and not asserted.
/// </summary>
[Collection(OneReader.Name)]
public sealed class ScreenshotTests(Reader reader)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "reading");

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_kind_of_page_has_its_picture_taken(ColorScheme colors, int width)
    {
        await using var visit = await reader.VisitAsync(
            path: null, new() { ColorScheme = colors, ViewportSize = new() { Width = width, Height = 844 } });
        foreach (var path in PageTypes.All.Select(row => row.Data).Append("/no-such-page.html"))
        {
            await visit.Page.GotoAsync(path);
            await visit.ShowAllImagesAsync();
            await visit.Page.ScreenshotAsync(
                new() { FullPage = true, Path = Path.Combine(Folder, $"{NameOf(path)}.{colors}.{width}.png".ToLowerInvariant()) });
        }
    }

    [Fact]
    public async Task The_figures_of_the_real_post_are_told()
    {
        var figures = new StringBuilder();
        foreach (var (width, height) in ((int, int)[])[(1280, 800), (390, 844)])
        {
            await using var visit = await reader.VisitAsync(
                PageTypes.RealPost, new() { ViewportSize = new() { Width = width, Height = height } });
            await visit.SettleAsync();
            var firstPaint = await PagePaint.FirstAsync(visit.Page);
            await using var slow = await reader.VisitAsync(path: null, new() { ViewportSize = new() { Width = width, Height = height } });
            var shift = await LayoutShift.OfReadingAsync(slow, PageTypes.RealPost);
            figures.AppendLine(
                CultureInfo.InvariantCulture,
                $"{PageTypes.RealPost} at {width}x{height}: first contentful paint {firstPaint:0} ms, layout shift {shift.Sum:0.####}");
        }

        await using var weighed = await reader.VisitAsync(path: null);
        var bytes = await PageWeight.OfAsync(weighed, PageTypes.RealPost);
        foreach (var (name, count) in bytes)
            figures.AppendLine(CultureInfo.InvariantCulture, $"{count,7:N0} bytes {name}");
        figures.AppendLine(CultureInfo.InvariantCulture, $"{bytes.Values.Sum(),7:N0} bytes in all, without images, not compressed");

        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "figures.txt"), figures.ToString(), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(figures.ToString());
    }

    private static string NameOf(string path) =>
        path.Trim('/') is ""
            ? "home"
            : string.Join('-', path.Split(['/', '?', '='], StringSplitOptions.RemoveEmptyEntries)).Replace(
                ".html", "", StringComparison.Ordinal);
}
