using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Emphasis in which two stars count wherever no blank is beside them, as in kramdown: <c>Color**::**RED</c>. CommonMark leaves
/// the stars in the text where signs are beside them.
/// </summary>
internal sealed class StrongParser : EmphasisInlineParser
{
    /// <param name="other">The one that it replaces: it knows the same marks.</param>
    public StrongParser(EmphasisInlineParser other)
    {
        EmphasisDescriptors.Clear();
        EmphasisDescriptors.AddRange(other.EmphasisDescriptors);
        TryCreateEmphasisInlineList.AddRange(other.TryCreateEmphasisInlineList);
        CjkFriendlyEmphasis = other.CjkFriendlyEmphasis;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (!base.Match(processor, ref slice))
            return false;
        if (processor.Inline is EmphasisDelimiterInline { DelimiterChar: '*', DelimiterCount: 2 } stars)
        {
            if (!IsBlank(slice.CurrentChar))
                stars.Type |= DelimiterType.Open;
            if (!IsBlank(before))
                stars.Type |= DelimiterType.Close;
        }

        return true;
    }

    private static bool IsBlank(char sign) => sign == '\0' || char.IsWhiteSpace(sign);
}
