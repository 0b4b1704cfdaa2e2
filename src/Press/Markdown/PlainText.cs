using System.Buffers;
using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>What a reader would hear if blocks were read aloud: no markup, no raw HTML, blanks folded into one.</summary>
internal static class PlainText
{
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            Append(block, text);
        return Folded(text);
    }

    /// <summary>The text with each run of white space as one blank, and none at its ends.</summary>
    private static string Folded(StringBuilder text)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var (length, isInWord) = (0, false);
        foreach (var chunk in text.GetChunks())
        {
            foreach (var character in chunk.Span)
            {
                var isBlank = char.IsWhiteSpace(character);
                if (!isBlank || isInWord)
                    folded[length++] = isBlank ? ' ' : character;
                isInWord = !isBlank;
            }
        }

        var result = new string(folded, 0, length > 0 && !isInWord ? length - 1 : length);
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }

    /// <summary>The text of one block with its blanks as they are.</summary>
    public static string Unfolded(Block block)
    {
        var text = new StringBuilder();
        Append(block, text);
        // Less the blank that parts blocks.
        return text.ToString(0, text.Length - 1);
    }

    private static void Append(Block block, StringBuilder text)
    {
        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                    Append(child, text);
                break;
            case HtmlBlock or LinkReferenceDefinition:
                break;
            case LeafBlock { Inline: { } inlines }:
                foreach (var inline in inlines)
                    Append(inline, text);
                break;
            case DisplayMath math:
                text.Append(math.Tex);
                break;
            case LeafBlock leaf:
                text.Append(leaf.Lines.ToString());
                break;
        }

        text.Append(' ');
    }

    private static void Append(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case ContainerInline container:
                foreach (var child in container)
                    Append(child, text);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            default:
                text.Append(inline switch
                {
                    LiteralInline literal => literal.Content.AsSpan(),
                    CodeInline code => code.ContentSpan,
                    HtmlEntityInline entity => entity.Transcoded.AsSpan(),
                    AutolinkInline link => link.Url,
                    InlineMath math => math.Tex,
                    AbbreviationInline abbreviation => abbreviation.Abbreviation.Label,
                    _ => default,
                });
                break;
        }
    }
}
