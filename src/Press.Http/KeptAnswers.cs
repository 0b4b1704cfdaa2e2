using System.Collections.Concurrent;

namespace Press.Http;

/// <summary>
/// Answers that are ready, of one catalog: a question that was asked before costs nothing but a look. What was not asked for longest is
/// dropped first, half of all at a time.
/// </summary>
/// <param name="maxBytes">The most that all of them take.</param>
internal sealed class KeptAnswers(long maxBytes)
{
    // A URL that is longer is no question that many ask.
    private const int MaxQuestion = 1_024;

    // Of the objects around an answer: its record, its strings, its place in a table.
    private const int Overhead = 512;

    private readonly Lock _gate = new();
    private volatile Generation? _newest;

    /// <summary>The answer to a question, if it is ready.</summary>
    public ReadyAnswer? Find(Catalog catalog, Question question)
    {
        if (_newest is not { } newest || newest.Catalog != catalog)
            return null;
        if (newest.Answers.TryGetValue(question, out var answer))
            return answer;
        if (newest.Older?.TryGetValue(question, out answer) != true)
            return null;
        Keep(catalog, question, answer!);
        return answer;
    }

    /// <summary>Keeps an answer until others need its room, or the catalog is another one.</summary>
    public void Keep(Catalog catalog, Question question, ReadyAnswer answer)
    {
        var bytes = answer.Json.Length + (2 * (question.Length + (answer.Link?.Length ?? 0))) + Overhead;
        if (question.Length > MaxQuestion || bytes > maxBytes / 2)
            return;
        lock (_gate)
        {
            var newest = _newest is { } known && known.Catalog == catalog ? known : new Generation(catalog, Older: null);
            if (newest.Bytes + bytes > maxBytes / 2)
                newest = new Generation(catalog, newest.Answers);
            if (newest.Answers.TryAdd(question, answer))
                newest.Bytes += bytes;
            _newest = newest;
        }
    }

    /// <summary>The bytes of the newer half, for tests.</summary>
    internal long Bytes => _newest?.Bytes ?? 0;

    private sealed record Generation(Catalog Catalog, ConcurrentDictionary<Question, ReadyAnswer>? Older)
    {
        public ConcurrentDictionary<Question, ReadyAnswer> Answers { get; } = new();

        public long Bytes { get; set; }
    }
}

/// <summary>A question as it came, so that nothing of it need be read to find its answer.</summary>
/// <param name="Method">The method of the API that answers it.</param>
/// <param name="PathBase">What stands before the path; links begin with it.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query with its <c>?</c>; empty if there is none.</param>
internal readonly record struct Question(string Method, string PathBase, string Path, string Query)
{
    /// <summary>How many characters it has.</summary>
    public int Length => Method.Length + PathBase.Length + Path.Length + Query.Length;
}
