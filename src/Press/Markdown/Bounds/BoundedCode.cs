using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Press;

/// <summary>Markdig's code in backticks, with a bound for how often an end is looked for that is not there.</summary>
internal sealed class BoundedCode : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var lookahead = Lookahead.Of(processor, this, slice);
        var (start, end) = (slice.Start, slice.End);
        slice.End = lookahead.EndOf(slice);
        var reach = slice.End - start;
        var found = base.Match(processor, ref slice);
        slice.End = end;
        if (!found)
            lookahead.Fail(processor, reach, "code in backticks");
        return found;
    }
}
