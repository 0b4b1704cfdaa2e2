using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Renders code with its words in classes (<c>hl-keyword</c>), so that a page needs no script to colour it. Code in an unknown
/// language, or of a length that nobody reads, stays as it is.
/// </summary>
internal sealed class HighlightedCode(CodeBlockRenderer plain) : HtmlObjectRenderer<CodeBlock>
{
    // Some 2,500 lines. Scanning them takes a few milliseconds; it is the elements that make such a page heavy.
    private const int MaxLength = 100_000;

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var info = (block as FencedCodeBlock)?.Info ?? "";
        var language = plain.BlocksAsDiv.Contains(info) ? null : CodeLanguages.Find(info);
        var code = language is null ? "" : block.Lines.ToString() + "\n";
        if (language is null || code.Length > MaxLength)
        {
            plain.Write(renderer, block);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<pre><code").WriteAttributes(block).Write('>');
        renderer.Write(CodeScanner.Scan(code, language).Html);
        renderer.WriteLine("</code></pre>");
    }
}
