using Markdig.Helpers;
using Markdig.Parsers;

namespace Press;

/// <summary>
/// How far a parser looks ahead in one paragraph. It may look to the end until it has looked in vain for many times the length of
/// the paragraph; from then on it looks no farther than <see cref="Limits.Lookahead"/>.
/// </summary>
internal sealed class Lookahead
{
    // So often may each character be looked at in vain, and so many in short paragraphs.
    private const int Times = 8;
    private const int Base = 16 * 1024;

    private readonly long _most;
    private long _inVain;

    private Lookahead(int length) => _most = Base + ((long)Times * length);

    /// <summary>The state of a parser in the paragraph that is being parsed.</summary>
    public static Lookahead Of(InlineProcessor processor, InlineParser parser, StringSlice slice) =>
        processor.GetParserState(parser, () => new Lookahead(slice.Text.Length));

    /// <summary>The last character that the parser may look at.</summary>
    public int EndOf(StringSlice slice) => _inVain > _most ? Math.Min(slice.End, slice.Start + Limits.Lookahead) : slice.End;

    /// <summary>Says that the parser has looked for something that is not there.</summary>
    /// <param name="processor">That of the paragraph.</param>
    /// <param name="length">How far it may have looked.</param>
    /// <param name="what">What is begun and not ended, in a message.</param>
    public void Fail(InlineProcessor processor, int length, string what)
    {
        if (_inVain > _most)
            return;
        _inVain += length;
        if (_inVain > _most)
            CutMarkup.Add(
                processor,
                $"{what} is begun here again and again and not ended, "
                    + $"so that from here on its end counts only within {Limits.Lookahead:N0} characters. "
                    + "End it, or write a backslash before it.");
    }
}
