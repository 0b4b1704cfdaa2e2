using System.Diagnostics;
using System.Text.Json;
using Press.Testing;

namespace Press.Cli.Tests.Reading;

/// <summary>Every page of the sample blog before the Nu Html Checker, the W3C's own. Needs Java 17 and what tests/run.sh fetches.</summary>
public sealed class HtmlTests(ServedBlog blog) : IClassFixture<ServedBlog>
{
    private static readonly string Checker = Path.Combine(
        Repository.Root, "tests", "html", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>What it says that is no fault, to the letter, with the reason.</summary>
    private static readonly Dictionary<string, string> NoFaults = new()
    {
        ["Trailing slash on void elements has no effect and interacts badly with unquoted attribute values."] =
            "CommonMark's examples have it, and every value of ours is quoted",
        ["Inline script violates Content Security Policy (meta tag): "
            + "blocked by “script-src” directive (missing “‘unsafe-inline’” or nonce/hash)."] =
            "it is said of JSON-LD, which is a data block: no script, and nothing that a policy is asked about; "
                + "what would really be blocked is a console message to the other tests",
    };

    [Fact]
    public async Task Every_page_is_valid()
    {
        Assert.SkipUnless(File.Exists(Checker), "The Nu Html Checker is not there: 'bash tests/run.sh' fetches it.");
        var pages = await blog.PagesAsync();
        Assert.InRange(pages.Count, 40, 100);

        var (_, output, errors) = await CheckAsync(pages.Select(page => new Uri(blog.Address, page).AbsoluteUri));
        using var report = JsonDocument.Parse(
            output.Length > 0 ? output : throw new InvalidOperationException($"The checker told nothing. {errors}"));
        var faults = report.RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => !NoFaults.ContainsKey(TextOf(message, "message")));
        Assert.Empty(faults.Select(fault => $"{TextOf(fault, "url")}: {TextOf(fault, "message")} {TextOf(fault, "extract")}"));
    }

    private static async Task<ProgramRun> CheckAsync(IEnumerable<string> addresses)
    {
        // It checks pages by their addresses, and not as files: a file has no origin that 'self' of its policy could mean.
        string[] options =
        [
            "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dnu.validator.servlet.allowed-address-type=all",
            "-jar", Checker, "--format", "json", "--stdout", "--exit-zero-always",
        ];
        var run = await ProgramRun.TryAsync(
            new ProcessStartInfo("java", [.. options, .. addresses]), TestContext.Current.CancellationToken);
        Assert.SkipWhen(run is null, "There is no Java for the Nu Html Checker: 'bash tests/run.sh' installs it.");
        return run;
    }

    private static string TextOf(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString()! : "";
}
