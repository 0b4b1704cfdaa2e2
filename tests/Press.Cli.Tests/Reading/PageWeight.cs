using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>The bytes of a page that a reader waits for before the text is there: HTML, style sheets and scripts, not compressed.</summary>
internal static class PageWeight
{
    /// <summary>Opens a page and weighs it, less what only a preview has.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> OfAsync(Visit visit, string path)
    {
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        await visit.Page.GotoAsync(path);
        var bytes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        // The preview's own requests go on.
        var loaded = answers.ToList().Where(answer =>
            answer.Request.ResourceType is "document" or "stylesheet" or "script"
            && !answer.Url.Contains("/_press/", StringComparison.Ordinal));
        foreach (var answer in loaded)
            bytes[new Uri(answer.Url).AbsolutePath] = (await answer.BodyAsync()).Length;
        return bytes;
    }
}
