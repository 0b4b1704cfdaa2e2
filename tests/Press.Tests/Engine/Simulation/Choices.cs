namespace Press.Tests.Engine;

/// <summary>
/// All that is random in a schedule: numbers that are drawn one after the other. The same numbers give the same schedule.
/// </summary>
/// <param name="given">The first numbers.</param>
/// <param name="seed">Of those that follow.</param>
internal sealed class Choices(IReadOnlyList<int> given, int seed)
{
    // A schedule draws some hundreds. One that was put together of another one's numbers may never end.
    private const int Max = 50_000;

    private readonly Random _random = new(seed);
    private readonly List<int> _drawn = [];

    public Choices(int seed)
        : this([], seed)
    {
    }

    /// <summary>The numbers so far.</summary>
    public IReadOnlyList<int> Drawn => _drawn;

    /// <summary>A number from 0 to just below a bound.</summary>
    public int Next(int bound)
    {
        if (_drawn.Count == Max)
            throw new InvalidOperationException("The schedule does not end.");
        var number = _drawn.Count < given.Count ? given[_drawn.Count] % bound : _random.Next(bound);
        _drawn.Add(number);
        return number;
    }

    public int Next(int from, int to) => from + Next(to - from);

    public T Of<T>(params IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
