using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Http.Tests;

/// <summary>The requests that <c>docs/api.md</c> shows have answers.</summary>
public sealed partial class DocumentationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Requests =>
        [
            .. Request().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md")).ReplaceLineEndings("\n"))
                .Select(request => request.Groups["url"].Value),
        ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_of_the_documentation_finds_something(string url)
    {
        using var answer = await api.Client.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"notices\":[", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"posts\":[]", json, StringComparison.Ordinal);
    }

    [GeneratedRegex("^GET (?<url>/\\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();
}
