using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Markdig's links, with a bound for how often a target is looked for that has no end.</summary>
internal sealed class BoundedLinks(LinkOptions options) : LinkInlineParser(options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(')
            return base.Match(processor, ref slice) && Take(processor);

        var lookahead = Lookahead.Of(processor, this, slice);
        var (start, end) = (slice.Start, slice.End);
        slice.End = lookahead.EndOf(slice);
        var reach = slice.End - start;
        var found = base.Match(processor, ref slice);
        slice.End = end;
        if (!found || slice.Start == start + 1)
            lookahead.Fail(processor, reach, "the target of a link");
        return found && Take(processor);
    }

    /// <summary>A reference has the whole address and title of its definition.</summary>
    private static bool Take(InlineProcessor processor)
    {
        if (processor.Inline is LinkInline { Reference: not null } link)
            HtmlBudget.Take(processor, (link.Url?.Length ?? 0) + (link.Title?.Length ?? 0));
        return true;
    }
}
