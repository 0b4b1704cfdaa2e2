namespace Press.Cli.Tests.Reading;

/// <summary>What holds of every kind of page.</summary>
[Collection(OneReader.Name)]
public sealed class EveryPageTests(Reader reader)
{
    [Theory]
    [MemberData(nameof(PageTypes.All), MemberType = typeof(PageTypes))]
    public async Task It_loads_without_a_complaint_and_from_no_other_host(string path)
    {
        await using var visit = await reader.VisitAsync(path);
        await visit.ShowAllImagesAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [MemberData(nameof(PageTypes.All), MemberType = typeof(PageTypes))]
    public async Task It_fits_a_screen_of_320_pixels(string path)
    {
        await using var visit = await reader.VisitAsync(path, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await visit.SettleAsync();
        var wide = await visit.Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll("body *")]
              .filter(element => element.getBoundingClientRect().right > 320).map(element => element.outerHTML.slice(0, 200))
            """);
        Assert.Empty(wide);
    }
}
