using Microsoft.Playwright;
using Press.Cli.Tests.Reading;
using Press.Testing;

namespace Press.Cli.Tests.Hostile;

/// <summary>Authors who try to lay a link of theirs over the page, in a browser.</summary>
public sealed class OverlayTests
{
    private const string Canary = "https://canary.invalid/";

    private static readonly string[] Overlays =
    [
        $"<a href='{Canary}' style='display:block;margin-top:-2000px;margin-left:-2000px;width:6000px;height:6000px;opacity:0'>x</a>",
        $"[x]({Canary}){{: style=\"display:block;margin:-2000px;padding:2000px;opacity:0\"}}",
        $"<a class='skip' href='{Canary}' style='margin-left:50vw;margin-top:-60vh;width:200vw;height:200vh;opacity:0'>x</a>",
        $"<a href='{Canary}' style='display:block;margin:-32px;padding:2000px'>x</a>",
        $"{string.Concat(Enumerable.Repeat("<div style='margin-top:-32px;margin-left:-2em'>", 80))}"
            + $"<a href='{Canary}' style='display:block;height:2000px;width:2000px'>x</a>"
            + $"{string.Concat(Enumerable.Repeat("</div>", 80))}",
        $"<div style='height:0'><a href='{Canary}' style='display:block;height:2000px'>x</a></div>",
        $"<div style='height:0;overflow:visible'><a href='{Canary}' style='display:block;font-size:125em;line-height:10'>x</a></div>",
        $"<a href='{Canary}' style='float:left;width:100%;height:2000px;margin-bottom:-32px'>x</a>",
        $"<a href='{Canary}' style='position:fixed;inset:0;z-index:99'>x</a>",
        $"<a href='{Canary}' style='position:absolute;top:0;left:0;width:100%;height:100%'>x</a>",
        $"<a href='{Canary}' style='display:block;transform:scale(99) translateY(-50%);scale:99;translate:0 -9999px;rotate:45deg'>x</a>",
        $"<a href='{Canary}' style='display:block;outline:2000px solid red;box-shadow:0 0 0 2000px red'>x</a>",
        $"<a href='{Canary}' style='display:block;border:2000px solid red;border-top-width:2000px'>x</a>",
        $"<p style='text-indent:-2em;letter-spacing:-2em;word-spacing:-2em'><a href='{Canary}'>{new string('x', 4000)}</a></p>",
        $"<table style='width:2000px;margin-left:-32px'><tr><td style='padding:2000px'><a href='{Canary}'>x</a></td></tr></table>",
        $"<a href='{Canary}' style='display:inline-block;vertical-align:2000px;line-height:10;font-size:200px'>x</a>",
        $"<div class='card'><a href='{Canary}'>x</a></div>",
        $"<div class='cards'><article class='card'><h3><a href='{Canary}'>x</a></h3></article></div>",
        $"<a class='theme' href='{Canary}'>x</a><p class='results'>x</p><p class='search'>x</p>",
        $"[x]({Canary}){{: .skip style=\"display:block;height:2000px\"}}",
        $"::: skip\n[x]({Canary})\n:::",
        $"<div style='display:grid;grid-template-columns:2000px 2000px;gap:2000px;order:-1'><a href='{Canary}'>x</a></div>",
        "<div style='column-count:1;columns:2000px;direction:rtl'>"
            + $"<a href='{Canary}' style='display:block;width:2000px;height:2000px'>x</a></div>",
        "<p style='margin-bottom:-2em'>"
            + string.Concat(Enumerable.Repeat($"<a href='{Canary}' style='display:block;margin-bottom:-32px;height:30px'>x</a>", 60))
            + "</p>",
        $"<img src='/a.png' alt='x' width='9999' height='9999' style='margin:-2em;max-width:none;min-width:2000px'>",
        $"<details open style='margin-top:-2em'><summary style='padding:2000px'><a href='{Canary}'>x</a></summary></details>",
        "<video controls width='9999' height='9999' style='max-width:none;margin-left:-2em'></video>"
            + "<iframe src='https://www.youtube.com/embed/x' width='9999' height='9999' style='max-width:none'></iframe>",
    ];

    [Fact]
    public async Task Every_link_outside_the_author_s_part_can_be_clicked() => Assert.Empty(await CoveredAsync(styleSheet: null));

    /// <summary>Where the operator trusts authors' HTML, nothing is taken out, and the style sheet is the only wall.</summary>
    [Fact]
    public async Task The_style_sheet_alone_keeps_authors_in_their_place() =>
        Assert.Empty(await CoveredAsync(styleSheet: null, "--trust-html"));

    /// <summary>The tests above see what they should: without both walls, authors do cover the page.</summary>
    [Fact]
    public async Task Without_either_wall_authors_cover_the_page()
    {
        var unbounded = SiteText.Publish("").File("assets/press.css").Replace("contain:paint;", "", StringComparison.Ordinal);
        Assert.NotEmpty(await CoveredAsync(unbounded, "--trust-html"));
    }

    private static async Task<IReadOnlyList<string>> CoveredAsync(string? styleSheet, params string[] options)
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("press-");
        using var ctrlC = new CancellationTokenSource();
        try
        {
            await WriteAsync(folder.FullName, styleSheet);
            var run = PressRun.Start(ctrlC.Token, ["serve", folder.FullName, "--port", "0", .. options]);
            var address = (await run.AddressAsync()).OriginalString;
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.StartAsync(playwright);
            var page = await browser.NewPageAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1100, Height = 800 } });
            await page.RouteAsync(url => !url.StartsWith(address, StringComparison.Ordinal), route => route.AbortAsync());
            var found = new List<string>();
            foreach (var path in Overlays.Select((_, number) => $"/o{number}.html").Concat(["/", "/archive.html", "/categories/c.html"]))
            {
                if (await CoveredOnAsync(page, path) is { Length: > 0 } covered)
                    found.Add($"{path}: {covered}");
            }

            await ctrlC.CancelAsync();
            await run.ExitCode;
            return found;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string folder, string? styleSheet)
    {
        if (styleSheet is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder, "assets"));
            await File.WriteAllTextAsync(Path.Combine(folder, "assets", "press.css"), styleSheet, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "_config.yml"), "title: A\nurl: https://b.example\npaginate: 50\n", TestContext.Current.CancellationToken);
        for (var number = 0; number < Overlays.Length; number++)
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"2025-01-01-o{number}.md"),
                $"---\ntitle: T{number}\ncategory: c\ntags: [t]\n---\nfirst\n\n{Overlays[number]}\n\nlast\n",
                TestContext.Current.CancellationToken);
    }

    /// <summary>The links, outside of what authors write, of which the middle is something else's; each is scrolled to first.</summary>
    private static async Task<string> CoveredOnAsync(IPage page, string path)
    {
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.Equal(200, answer!.Status);
        return await page.EvaluateAsync<string>("""
            () => {
              // The list of contents is folded at first; what a script would show first is not there yet.
              document.querySelectorAll(".toc details").forEach(contents => contents.open = true);
              const links = [...document.querySelectorAll("a, button")].filter(link =>
                link.getClientRects().length > 0
                && !link.closest(".body, .excerpt, body > [role=status]")
                && !link.matches(".skip"));
              if (links.length < 5) return `only ${links.length} links`;
              const covered = links.filter(link => {
                // The preview's list of faults lies on top of its foot, and is the preview's.
                document.querySelectorAll("body > [role=status]").forEach(banner => banner.remove());
                link.scrollIntoView({ block: "center", behavior: "instant" });
                const box = link.getClientRects()[0];
                const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return !hit || !(link.contains(hit) || link === hit);
              });
              return covered.map(link => link.outerHTML).join(" ");
            }
            """);
    }
}
