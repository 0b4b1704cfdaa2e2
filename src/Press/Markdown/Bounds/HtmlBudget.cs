using Markdig.Parsers;

namespace Press;

/// <summary>Bounds how much HTML a source becomes: a title or an address that is written once may be used a thousand times.</summary>
internal static class HtmlBudget
{
    /// <summary>Ends the rendering once it has made too much.</summary>
    /// <param name="length">What it has made so far, in characters.</param>
    /// <param name="most">The most.</param>
    public static void Check(long length, int most)
    {
        if (length > most)
            throw new TooCostlyException(
                $"the post becomes more than {most:N0} characters of HTML, 16 for each of its own and a mebibyte. "
                    + "Shorten what is long and used often: the title of an abbreviation, the address of a link definition.");
    }

    /// <summary>Ends the parsing once references have copied too much of their definitions.</summary>
    public static void Take(InlineProcessor processor, int length)
    {
        var cuts = CutMarkup.Of(processor.Document);
        Check(cuts.Referenced += length, Limits.Html(processor.Document.Span.Length));
    }
}
