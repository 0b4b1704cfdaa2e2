using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Press;

/// <summary>Markdig's tags and links in angle brackets, with a bound for how often an end is looked for that is not there.</summary>
/// <param name="options">Markdig's.</param>
/// <param name="likeJekyll">
/// Whether an element that stands between blocks, and is opened within text and not closed there, is text, as in kramdown: who writes
/// "put it into the &lt;head&gt; section" means the word.
/// </param>
internal sealed class BoundedTags(AutolinkOptions options, bool likeJekyll) : AutolinkInlineParser(options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var lookahead = Lookahead.Of(processor, this, slice);
        var (start, end) = (slice.Start, slice.End);
        slice.End = lookahead.EndOf(slice);
        var reach = slice.End - start;
        var found = !(likeJekyll && IsWord(slice)) && base.Match(processor, ref slice);
        slice.End = end;
        // What is no tag after a letter or two cost nothing; comments, instructions and values of attributes may reach far.
        if (!found && Reaches(slice.Text, start + 1))
            lookahead.Fail(processor, reach, "a tag or a comment");
        return found;
    }

    private static bool IsWord(StringSlice slice)
    {
        var name = HtmlElements.NameOf(slice.AsSpan());
        return name is not "" && slice.PeekChar() != '/' && HtmlElements.Blocks.Contains(name) && !HtmlElements.Voids.Contains(name)
            && !slice.AsSpan().Contains($"</{name}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Reaches(string text, int next) =>
        next < text.Length && (text[next] is '!' or '?' or '/' || char.IsAsciiLetter(text[next]));
}
