using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Renders code with its words in classes (<c>hl-keyword</c>), so that a page needs no script to colour it, and its lines in elements
/// where the fence asks for numbers or marks. Code in an unknown language, or of a length that nobody reads, has no colours.
/// </summary>
internal sealed class HighlightedCode(CodeBlockRenderer plain) : HtmlObjectRenderer<CodeBlock>
{
    // Some 2,500 lines. Scanning them takes a few milliseconds; it is the elements that make such a page heavy.
    private const int MaxLength = 100_000;

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var info = (block as FencedCodeBlock)?.Info ?? "";
        var isCode = !plain.BlocksAsDiv.Contains(info);
        var language = isCode ? CodeLanguages.Find(info) : null;
        var options = FenceOptions.Of(block);
        var code = language is null && options.AreNone ? "" : block.Lines.ToString() + "\n";
        if (code is "" || !isCode || code.Length > MaxLength)
        {
            plain.Write(renderer, block);
            return;
        }

        var html = language is null ? WebUtility.HtmlEncode(code) : CodeScanner.Scan(code, language).Html;
        renderer.EnsureLine();
        renderer.Write("<pre><code").WriteAttributes(block).Write('>');
        renderer.Write(options.AreNone ? html : CodeLines.Wrap(html, options));
        renderer.WriteLine("</code></pre>");
    }
}
