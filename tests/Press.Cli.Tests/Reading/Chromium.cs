using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>The machine's own browser, driven by Playwright: Debian's Chromium, which tests/run.sh installs, or Chrome.</summary>
internal static class Chromium
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Why there is none; null if there is one.</summary>
    public static string? Missing => Program is null ? "There is neither Chromium nor Chrome: 'bash tests/run.sh' installs one." : null;

    /// <summary>
    /// Starts it. The tests' pages are our own, so that it may run without its sandbox, which wants rights that containers lack.
    /// </summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-background-networking"] });
}
