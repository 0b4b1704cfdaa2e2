using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Press;

/// <summary>
/// The distinct words of a post's body, each with its weight, in the order in which they first stand there. It is kept beside what is known
/// of the post and no part of it: the site is planned without it.
/// </summary>
/// <param name="Bytes">UTF-8: each word, and behind it a control character that is its weight.</param>
internal readonly record struct PostWords(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bytes of a post's words; what comes behind them is not found. A text of some 10,000 distinct words has less.</summary>
    public const int MaxBytes = 64 * 1024;

    // A word that stands there so often is what the post is about.
    private const int Often = 3;

    /// <summary>The words of a body.</summary>
    /// <param name="html">The body as its page shows it.</param>
    public static PostWords Of(string html) => Of(BodyText.PiecesOf(html));

    /// <summary>The words of a plain text.</summary>
    public static PostWords OfText(string text) => Of([new BodyPiece(text, IsHeading: false)]);

    private static PostWords Of(IEnumerable<BodyPiece> pieces)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new List<Seen>();
        var written = new ArrayBufferWriter<byte>();
        foreach (var piece in pieces)
        {
            foreach (var word in SearchText.WordsOf(SearchText.Fold(piece.Text)))
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, word, out var isKnown);
                if (isKnown)
                {
                    ref var seen = ref CollectionsMarshal.AsSpan(words)[place];
                    seen = seen with { Count = seen.Count + 1, IsInHeading = seen.IsInHeading || piece.IsHeading };
                }
                else
                {
                    place = words.Count;
                    Encoding.UTF8.GetBytes(word, written);
                    words.Add(new Seen(written.WrittenCount, 1, piece.IsHeading));
                    written.Write([(byte)WordWeight.Once]);
                }
            }
        }

        // How often a word comes is known at the end.
        var bytes = written.WrittenSpan.ToArray();
        foreach (var word in words)
            bytes[word.WeightAt] = (byte)word.Weight;
        return new PostWords(bytes).Cut(MaxBytes);
    }

    /// <summary>As many of the first words as so many bytes hold.</summary>
    public PostWords Cut(int maxBytes)
    {
        if (Bytes.Length <= maxBytes)
            return this;
        var end = Bytes.Span[..maxBytes].LastIndexOfAnyInRange((byte)WordWeight.Once, (byte)WordWeight.Title);
        return new PostWords(Bytes[..(end + 1)]);
    }

    /// <summary>The words.</summary>
    public IEnumerable<(string Word, WordWeight Weight)> All()
    {
        for (var start = 0; start < Bytes.Length;)
        {
            var length = Bytes.Span[start..].IndexOfAnyInRange((byte)WordWeight.Once, (byte)WordWeight.Title);
            if (length < 0)
                yield break;
            yield return (Encoding.UTF8.GetString(Bytes.Span.Slice(start, length)), (WordWeight)Bytes.Span[start + length]);
            start += length + 1;
        }
    }

    private readonly record struct Seen(int WeightAt, int Count, bool IsInHeading)
    {
        public WordWeight Weight => IsInHeading ? WordWeight.Heading : Count >= Often ? WordWeight.Often : WordWeight.Once;
    }
}

/// <summary>How much a word counts where it stands.</summary>
internal enum WordWeight : byte
{
    /// <summary>Once or twice in the text.</summary>
    Once = 1,

    /// <summary>Three times or more.</summary>
    Often = 2,

    /// <summary>In a heading of the text.</summary>
    Heading = 3,

    /// <summary>In the title, a tag or a category.</summary>
    Title = 4,
}
