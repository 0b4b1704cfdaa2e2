using Microsoft.Playwright;
using Press.Cli.Tests.Reading;
using Press.Testing;

namespace Press.Cli.Tests.Hostile;

/// <summary>
/// Drawings that want to run or load something. What of them is published is opened by itself, without the headers that would stop it.
/// </summary>
public sealed class HostileDrawingsTests
{
    private const string Svg = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
    private const string Html = "xmlns='http://www.w3.org/1999/xhtml'";
    private const string Run = "alert(document.domain)";
    private const string Canary = "https://canary.invalid/";

    private static readonly string[] Drawings =
    [
        $"<!DOCTYPE svg [<!ATTLIST svg onload CDATA '{Run}'>]><svg {Svg}/>",
        $"<!DOCTYPE svg SYSTEM 'x.dtd' [<!ATTLIST g tabindex CDATA '0' autofocus CDATA '' onfocus CDATA '{Run}'>]><svg {Svg}><g/></svg>",
        $"<!DOCTYPE svg [<!ENTITY % p '&#60;!ATTLIST svg onload CDATA \"{Run}\"&#62;'> %p;]><svg {Svg}/>",
        $"<!DOCTYPE svg [<!ENTITY s '&#60;script xmlns=\"http://www.w3.org/2000/svg\">{Run}&#60;/script>'>]><svg {Svg}>&s;</svg>",
        $"<?xml-stylesheet type='text/xsl' href='#x'?><svg {Svg}>"
            + "<x:stylesheet id='x' version='1.0' xmlns:x='http://www.w3.org/1999/XSL/Transform'><x:template match='/'>"
            + $"<script {Html}>{Run}</script></x:template></x:stylesheet></svg>",
        $"<html {Html}><body onload='{Run}'><script>{Run}</script></body></html>",
        $"<x:x xmlns:x='urn:x'><script {Html}>{Run}</script></x:x>",
        $"<svg {Svg}><script>{Run}</script></svg>",
        $"<svg {Svg}><script xlink:href='data:text/javascript,{Run}'/></svg>",
        $"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script>{Run}</s:script></s:svg>",
        $"<svg {Svg}><metadata><script {Html}>{Run}</script></metadata></svg>",
        $"<svg {Svg} xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><metadata><rdf:RDF onload='{Run}'>"
            + $"<h:img xmlns:h='http://www.w3.org/1999/xhtml' src='x' onerror='{Run}'/></rdf:RDF></metadata></svg>",
        $"<svg {Svg}><u:u xmlns:u='urn:u'><script>{Run}</script><iframe {Html} src='javascript:{Run}'/></u:u></svg>",
        $"<svg {Svg}><foreignObject width='99' height='99'><iframe {Html} srcdoc='&lt;script>parent.{Run}&lt;/script>'/>"
            + "</foreignObject></svg>",
        $"<svg {Svg}><foreignObject><body {Html} onload='{Run}'><meta http-equiv='refresh' content='0;url={Canary}'/>"
            + "</body></foreignObject></svg>",
        $"<svg {Svg}><foreignObject><video {Html} src='{Canary}'/><object data='{Canary}'/>"
            + $"<img src='{Canary}' onerror='{Run}'/></foreignObject></svg>",
        $"<svg {Svg}><foreignObject><style {Html}>@import '{Canary}';</style>"
            + $"<div {Html} style='background:url({Canary})'>x</div></foreignObject></svg>",
        $"<svg {Svg}><foreignObject><noscript {Html}><style>x</style></noscript><textarea {Html}>x</textarea>"
            + $"<math xmlns='http://www.w3.org/1998/Math/MathML' href='javascript:{Run}'>"
            + "<mi>x</mi></math></foreignObject></svg>",
        $"<svg {Svg} onload='{Run}'/>",
        $"<svg {Svg}><animate onbegin='{Run}' attributeName='x' dur='1s'/><set onbegin='{Run}'/></svg>",
        $"<svg {Svg}><a><set attributeName='href' to='javascript:{Run}'/><rect width='999' height='999'/></a></svg>",
        $"<svg {Svg}><a xlink:href='javascript:{Run}'><rect width='999' height='999'/></a></svg>",
        $"<svg {Svg}><a href='{Canary}' target='_self'><rect width='999' height='999'/></a></svg>",
        $"<svg {Svg}><a href='data:text/html,&lt;script>{Run}&lt;/script>'><rect width='999' height='999'/></a></svg>",
        $"<svg {Svg}><use href='data:image/svg+xml,%3Csvg id=%22x%22 "
            + $"xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cscript%3E{Run}%3C/script%3E%3C/svg%3E#x'/></svg>",
        $"<svg {Svg}><image href='{Canary}'/></svg>",
        $"<svg {Svg}><image href='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22{Run}%22/%3E'/></svg>",
        $"<svg {Svg}><filter id='f'><feImage href='{Canary}'/></filter><rect filter='url(#f)' width='9' height='9'/></svg>",
        $"<svg {Svg}><style>@import url({Canary}); @font-face{{font-family:a;src:url({Canary})}} "
            + $"svg{{background:ur\\6c({Canary});cursor:image-set('{Canary}' 1x),auto}}</style>"
            + "<text font-family='a' y='20'>x</text></svg>",
        $"<svg {Svg}><rect width='9' height='9' fill='url({Canary}#a)' "
            + $"style='mask:url(&quot;{Canary}&quot;);filter:url({Canary}#f)'/></svg>",
        $"<svg {Svg} xml:base='{Canary}'><image href='#x'/><use href='#y'/></svg>",
        $"<svg {Svg}><handler type='application/ecmascript' xmlns:ev='http://www.w3.org/2001/xml-events' "
            + $"ev:event='load'>{Run}</handler></svg>",
        $"<svg {Svg}><switch><foreignObject><div {Html}><b>label</b><form action='javascript:{Run}'>"
            + "<button>x</button></form></div></foreignObject></switch></svg>",
        $"<svg {Svg}><link {Html} rel='stylesheet' href='{Canary}'/><base {Html} href='{Canary}'/></svg>",
        $"<svg {Svg}><foreignObject><div {Html}><b>a label</b> of <i style='color:red'>draw.io</i></div></foreignObject></svg>",
    ];

    [Fact]
    public async Task Nothing_runs_loads_or_leaves_in_a_published_drawing_that_is_opened_by_itself()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var published = Drawings
            .Select((drawing, number) => SiteText.Publish($"-- d{number}.svg --\n{drawing}\n").Files.GetValueOrDefault($"d{number}.svg"))
            .OfType<PublicFile>()
            .ToDictionary(file => "/" + file.Name, file => file.Content.Bytes.ToArray());
        Assert.InRange(published.Count, 6, Drawings.Length - 20);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        var found = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            found.Add($"{page.Url} runs: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.RouteAsync("**/*", route =>
        {
            var url = new Uri(route.Request.Url);
            if (url.Host == "blog.test" && published.TryGetValue(url.AbsolutePath, out var bytes))
                return route.FulfillAsync(new() { ContentType = MediaTypes.Svg, BodyBytes = bytes });
            found.Add($"{page.Url} loads: {url}");
            return route.AbortAsync();
        });
        foreach (var path in published.Keys)
        {
            await page.GotoAsync("http://blog.test" + path);
            await page.Mouse.ClickAsync(9, 9);
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Equal("http://blog.test" + path, page.Url);
        }

        Assert.Empty(found);
    }

    /// <summary>The test above sees what it should: a drawing as it came does run.</summary>
    [Fact]
    public async Task A_drawing_that_was_not_read_does_run()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        var ran = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = MediaTypes.Svg, Body = Drawings[0] }));
        await page.GotoAsync("http://blog.test/a.svg");
        Assert.Equal(["blog.test"], ran);
    }

    [Fact]
    public async Task A_served_drawing_is_shown_in_a_page_and_saved_by_who_is_led_to_it()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        using var site = new SiteCopy();
        using var ctrlC = new CancellationTokenSource();
        await File.WriteAllTextAsync(
            site.PathOf("drawing.svg"),
            $"<svg {Svg} width='40' height='30'><style>rect{{fill:red}}</style><rect width='40' height='30'/></svg>",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            site.PathOf("_posts/2025-01-01-drawn.md"), "![d](/drawing.svg)\n", TestContext.Current.CancellationToken);
        var run = PressRun.Start(ctrlC.Token, "serve", site.Folder, "--port", "0");
        var address = (await run.AddressAsync()).OriginalString;

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(new() { BaseURL = address });
        var answer = page.WaitForResponseAsync("**/drawing.svg");
        await page.GotoAsync("/drawn.html");
        Assert.Equal("attachment", (await answer).Headers["content-disposition"]);
        Assert.Contains("sandbox", (await answer).Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal(
            40,
            await page.EvaluateAsync<int>(
                "async () => { const image = document.querySelector('.body img'); await image.decode(); return image.naturalWidth; }"));

        var saved = page.WaitForDownloadAsync();
        await page.EvaluateAsync("() => { location.href = '/drawing.svg'; }");
        Assert.EndsWith("/drawing.svg", (await saved).Url, StringComparison.Ordinal);
        Assert.EndsWith("/drawn.html", page.Url, StringComparison.Ordinal);

        await ctrlC.CancelAsync();
        await run.ExitCode;
    }
}
