using System.Text;
using Press.Testing;

namespace Press.Tests.Drawings;

public sealed class SvgReaderTests
{
    private const string Svg = "xmlns=\"http://www.w3.org/2000/svg\"";
    private const string XLink = "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    private const string Html = "xmlns=\"http://www.w3.org/1999/xhtml\"";

    /// <summary>Small files with the constructs that each program writes.</summary>
    public static TheoryData<string, string> OfPrograms { get; } = new()
    {
        {
            "Inkscape",
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <!-- Created with Inkscape (http://www.inkscape.org/) -->
            <svg width="10mm" height="10mm" viewBox="0 0 10 10" version="1.1" id="svg5" sodipodi:docname="a.svg"
               inkscape:version="1.2" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xml:space="preserve"
               xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" {Svg} {XLink}
               xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
               xmlns:dc="http://purl.org/dc/elements/1.1/">
              <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.7">
                <inkscape:grid type="xygrid" id="g"/></sodipodi:namedview>
              <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
                <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
              <defs><inkscape:path-effect only_selected="false" id="e"/>
              <linearGradient id="a" inkscape:collect="always"><stop style="stop-color:#000"/></linearGradient>
              <linearGradient id="b" xlink:href="#a"/></defs>
              <g inkscape:label="Layer 1" inkscape:groupmode="layer">
                <path style="fill:url(#b);-inkscape-font-specification:'Sans, Normal'" d="m 0,0 h 9" sodipodi:nodetypes="cc"/></g>
            </svg>
            """
        },
        {
            "Illustrator",
            $$"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Generator: Adobe Illustrator 26.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg version="1.1" id="Layer_1" {{Svg}} {{XLink}} x="0px" y="0px" viewBox="0 0 9 9"
              style="enable-background:new 0 0 9 9;" xml:space="preserve"
              xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" xmlns:x="http://ns.adobe.com/Extensibility/1.0/">
            <style type="text/css">.st0{fill:#FFFFFF;} .st1{clip-path:url(#SVGID_2_);}</style>
            <switch><g i:extraneous="self"><rect class="st0" width="9" height="9"/></g></switch>
            </svg>
            """
        },
        {
            "Figma",
            $"""
            <svg width="24" height="24" viewBox="0 0 24 24" fill="none" {Svg} {XLink}>
            <mask id="mask0_1_2" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="24" height="24">
            <path d="M24 0H0V24H24V0Z" fill="white"/></mask>
            <g mask="url(#mask0_1_2)" filter="url(#filter0_d)"><rect width="9" height="9" fill="url(#pattern0)"/></g>
            <defs><filter id="filter0_d" x="0" y="0" width="9" height="9" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
            <feFlood flood-opacity="0" result="b"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0"/>
            <feOffset dy="4"/><feGaussianBlur stdDeviation="2"/></filter>
            <pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1">
            <use xlink:href="#image0" transform="scale(0.1)"/></pattern>
            <image id="image0" width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgo="/></defs>
            </svg>
            """
        },
        {
            "draw.io",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg {Svg} {XLink} version="1.1" width="9px" height="9px" viewBox="-0.5 -0.5 9 9"
              content="&lt;mxfile host=&quot;app.diagrams.net&quot;&gt;&lt;/mxfile&gt;"
              style="background-color: light-dark(#ffffff, #121212);">
            <defs/><g data-cell-id="0"><g transform="translate(-0.5 -0.5)"><switch>
            <foreignObject style="overflow: visible; text-align: left;" pointer-events="none" width="100%" height="100%"
              requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">
            <div {Html} style="display: flex; align-items: unsafe center; width: 7px;">
            <div data-drawio-colors="color: rgb(0, 0, 0); " style="box-sizing: border-box;"><b>가</b><br/>text</div></div>
            </foreignObject><text x="4" y="4" fill="rgb(0, 0, 0)" font-family="Helvetica" text-anchor="middle">text</text></switch></g></g>
            </svg>
            """
        },
        {
            "Mermaid",
            $$"""
            <svg id="my-svg" width="100%" {{Svg}} class="flowchart" style="max-width: 88px; background-color: white;"
              viewBox="0 0 88 9" role="graphics-document document" aria-roledescription="flowchart-v2">
            <style>#my-svg{font-family:"trebuchet ms",verdana;fill:#333;}@keyframes edge{from{stroke-dashoffset:0;} }
            #my-svg .a:not(.b){fill:rgba(232,232,232, 0.8);filter:drop-shadow( 0px 10px 0px rgba(44, 44, 44, 0.01));}</style>
            <g><marker id="p" class="marker" viewBox="0 0 9 9" refX="5" refY="5" markerUnits="userSpaceOnUse"
              markerWidth="8" markerHeight="8" orient="auto"><path d="M 0 0 z" style="stroke-width: 1;"/></marker>
            <path d="M0,0" marker-end="url(#p)" data-edge="true" data-et="edge"/>
            <g class="node" transform="translate(4,4)"><foreignObject width="7" height="7">
            <div {{Html}} style="display: table-cell; white-space: nowrap;">
            <span class="nodeLabel"><p>Start</p></span></div></foreignObject></g></g>
            </svg>
            """
        },
    };

    [Theory]
    [MemberData(nameof(OfPrograms))]
    public void What_drawing_programs_write_is_published_as_it_is(string program, string drawing)
    {
        var bytes = Encoding.UTF8.GetBytes(drawing);
        var reading = SvgReader.Read(bytes);
        Assert.True(reading.Fault is null, $"{program}: {reading.Fault}");
        Assert.Equal(drawing, Encoding.UTF8.GetString(reading.Bytes.Span));
    }

    [Theory]
    [InlineData($"<svg {Svg}><script>x()</script></svg>", 1, "<script>")]
    [InlineData($"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>x()</s:script></s:svg>", 1, "<s:script>")]
    [InlineData($"<svg {Svg} onload=\"x()\"/>", 1, "'onload'")]
    [InlineData($"<svg {Svg}><g ONfocus=\"x()\"/></svg>", 1, "'ONfocus'")]
    [InlineData($"<svg {Svg}><a href=\"java&#9;script:x()\"/></svg>", 1, "could run a script")]
    [InlineData($"<svg {Svg} {XLink}><a xlink:href=\" &#1;javascript:x()\"/></svg>", 1, "XML")]
    [InlineData($"<svg {Svg} xmlns:q=\"http://www.w3.org/1999/xlink\"><a q:href=\"javascript:x()\"/></svg>", 1, "could run a script")]
    [InlineData($"<svg {Svg}><use href=\"data:image/svg+xml,%3Csvg/%3E#a\"/></svg>", 1, "could run a script")]
    [InlineData($"<svg {Svg}><image href=\"https://canary.invalid/a.png\"/></svg>", 1, "not in the drawing")]
    [InlineData($"<svg {Svg}><image href=\"a.png\"/><use href=\"b.svg#c\"/></svg>", 2, "(and one more place)")]
    [InlineData($"<svg {Svg}><image href=\"data:text/html,x\"/></svg>", 1, "could run a script")]
    [InlineData($"<svg {Svg}><image href=\"data:image/svg+xml,%3Csvg%20onload='x()'/%3E\"/></svg>", 1, "could run a script")]
    [InlineData($"<svg {Svg}><a><set attributeName=\"xlink:href\" to=\"javascript:x()\"/></a></svg>", 1, "animation")]
    [InlineData($"<svg {Svg}><animate attributeName=\" onclick\" values=\"x()\"/></svg>", 1, "animation")]
    [InlineData($"<svg {Svg}><iframe {Html} src=\"/a\"/></svg>", 1, "<iframe>")]
    [InlineData($"<svg {Svg}><p {Html}>text</p></svg>", 1, "HTML in the middle")]
    [InlineData($"<svg {Svg}><foreignObject><img {Html} src=\"x\" onerror=\"x()\"/></foreignObject></svg>", 2, "not in the drawing")]
    [InlineData(
        $"<svg {Svg}><foreignObject><meta {Html} http-equiv=\"refresh\"/><link {Html}/><base {Html}/></foreignObject></svg>",
        3,
        "(and 2 more places)")]
    [InlineData(
        $"<svg {Svg} xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"><inkscape:a><script/></inkscape:a></svg>",
        1,
        "<script>")]
    [InlineData($"<?xml-stylesheet href=\"a.xsl\"?><svg {Svg}/>", 1, "<?xml-stylesheet?>")]
    [InlineData($"<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"x()\">]><svg {Svg}/>", 1, "Preserve Illustrator Editing")]
    [InlineData(
        $"<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns_svg;\"/>",
        1,
        "Preserve Illustrator Editing")]
    [InlineData(
        $"<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><svg {Svg}/>",
        1,
        "not the W3C's")]
    [InlineData($"<!DOCTYPE svg SYSTEM \"https://canary.invalid/a.dtd\"><svg {Svg}/>", 1, "not the W3C's")]
    [InlineData($"<html {Html}/>", 1, "begins with <html>")]
    [InlineData("<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>", 1, "begins with <xsl:stylesheet>")]
    [InlineData($"<?xml version=\"1.0\" encoding=\"utf-16\"?><svg {Svg}/>", 1, "")]
    [InlineData($"<svg {Svg}>&nbsp;</svg>", 1, "XML")]
    [InlineData("", 1, "XML")]
    public void What_runs_or_loads_is_refused_once(string drawing, int faults, string message)
    {
        var reading = SvgReader.Read(Encoding.UTF8.GetBytes(drawing));
        Assert.Equal(faults, reading.Faults);
        Assert.Contains(message, reading.ToDiagnostic("a.svg")!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"<svg {Svg}><a href=\"https://example.com/\"><text>t</text></a></svg>", "<a><text>t</text></a>")]
    [InlineData(
        $"<svg {Svg}><foreignObject><body {Html}><p>a<input value=\"b\"/><button>c</button></p></body></foreignObject></svg>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject>")]
    [InlineData(
        $"<svg {Svg}><foreignObject><div {Html} style=\"color:red;background:url(https://canary.invalid/)\" "
            + "contenteditable=\"true\">a</div></foreignObject></svg>",
        "<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\" style=\"color:red;background:none\">a</div></foreignObject>")]
    [InlineData(
        $"<svg {Svg}><x:y xmlns:x=\"urn:x\"><script>x()</script></x:y><g x:z=\"1\" xmlns:x=\"urn:x\" p-id=\"7\"/></svg>",
        "<g xmlns:x=\"urn:x\" />")]
    [InlineData($"<svg {Svg} xml:base=\"https://canary.invalid/\"><unknown><rect/></unknown><rect/></svg>", "<rect />")]
    [InlineData(
        $"<svg {Svg}><style><![CDATA[@import url(https://canary.invalid/);a{{fill:red}}]]></style></svg>",
        "<style>a{fill:red}</style>")]
    [InlineData(
        $"<svg {Svg}><rect fill=\"u\\72l(//canary.invalid/#a)\" filter=\"url('#b')\"/></svg>",
        "<rect fill=\"none\" filter=\"url('#b')\" />")]
    [InlineData($"<svg {Svg}><?xpacket begin=''?><g>\r\n</g></svg>", "<g>\n</g>")]
    public void What_no_browser_shows_is_taken_out(string drawing, string content)
    {
        var reading = SvgReader.Read(Encoding.UTF8.GetBytes(drawing));
        Assert.Null(reading.Fault);
        Assert.Equal($"<?xml version=\"1.0\" encoding=\"utf-8\"?><svg {Svg}>{content}</svg>", Encoding.UTF8.GetString(reading.Bytes.Span));
        Assert.True(reading.Bytes.Equals(SvgReader.Read(reading.Bytes).Bytes), "What was cleaned is cleaned again.");
    }

    [Fact]
    public void A_drawing_without_its_namespace_gets_it()
    {
        var reading = SvgReader.Read("<svg viewBox='0 0 4 3' xmlns=''><rect/></svg>"u8.ToArray());
        Assert.Null(reading.Fault);
        Assert.Equal(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><svg viewBox=\"0 0 4 3\" {Svg}><rect /></svg>",
            Encoding.UTF8.GetString(reading.Bytes.Span));
    }

    [Fact]
    public void A_drawing_in_UTF_16_is_refused() =>
        Assert.Contains(
            "not UTF-8",
            SvgReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"<svg {Svg}/>")).ToArray()).Fault!.What,
            StringComparison.Ordinal);

    [Fact]
    public void A_deep_drawing_is_read_to_its_end()
    {
        const int Depth = 100_000;
        var drawing =
            $"<svg {Svg}>{string.Concat(Enumerable.Repeat("<g>", Depth))}<script/>{string.Concat(Enumerable.Repeat("</g>", Depth))}</svg>";
        Assert.Equal(1, SvgReader.Read(Encoding.UTF8.GetBytes(drawing)).Faults);
    }

    [Fact]
    public void A_site_publishes_what_was_cleaned_and_browsers_save_a_drawing_that_they_are_led_to()
    {
        var site = SiteText.Publish(
            $"-- a.svg --\n<svg {Svg}><foreignObject><form {Html}/></foreignObject></svg>\n"
                + $"-- b.svg --\n<svg {Svg} viewBox='0 0 4 3'><a href='/x'/></svg>\n");
        Assert.Equal(["a.svg SR004"], site.Diagnostics.Select(found => $"{found.File} {found.Rule.Code}"));
        Assert.DoesNotContain("a.svg", site.Files.Keys);
        Assert.Contains("<a />", site.File("b.svg"), StringComparison.Ordinal);
        Assert.Equal("attachment", site.Files["b.svg"].Content.ContentDisposition);
        Assert.Null(site.Files["assets/icon.svg"].Content.ContentDisposition);
    }
}
