using ColorCode;
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
    // The library's patterns backtrack; this bounds what one block can cost.
    private const int MaxLength = 20_000;

    static HighlightedCode()
    {
        Languages.Load(new ShellLanguage());
        Languages.Load(new YamlLanguage());
        Languages.Load(new JsonLanguage());
    }

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (block is not FencedCodeBlock { Info: { Length: > 0 } info } || plain.BlocksAsDiv.Contains(info) || LanguageOf(info) is not { } language)
        {
            plain.Write(renderer, block);
            return;
        }

        var code = block.Lines.ToString() + "\n";
        if (code.Length > MaxLength)
        {
            plain.Write(renderer, block);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<pre><code").WriteAttributes(block).Write('>');
        renderer.Write(new CodeClasses().ToHtml(code, language));
        renderer.WriteLine("</code></pre>");
    }

    private static ILanguage? LanguageOf(string info) => Languages.FindById(info.ToLowerInvariant());
}
