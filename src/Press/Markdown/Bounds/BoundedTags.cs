using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Press;

/// <summary>Markdig's tags and links in angle brackets, with a bound for how often an end is looked for that is not there.</summary>
internal sealed class BoundedTags(AutolinkOptions options) : AutolinkInlineParser(options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var lookahead = Lookahead.Of(processor, this, slice);
        var (start, end) = (slice.Start, slice.End);
        slice.End = lookahead.EndOf(slice);
        var reach = slice.End - start;
        var found = base.Match(processor, ref slice);
        slice.End = end;
        // What is no tag after a letter or two cost nothing; comments, instructions and values of attributes may reach far.
        if (!found && Reaches(slice.Text, start + 1))
            lookahead.Fail(processor, reach, "a tag or a comment");
        return found;
    }

    private static bool Reaches(string text, int next) => next < text.Length && (text[next] is '!' or '?' or '/' || char.IsAsciiLetter(text[next]));
}
