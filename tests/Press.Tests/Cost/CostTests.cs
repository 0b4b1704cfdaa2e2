namespace Press.Tests.Cost;

/// <summary>Four times the source costs at most six times as much: in memory and in steps, for every pattern.</summary>
[Collection(nameof(Alone))]
public sealed class CostTests(CountedPress press) : IClassFixture<CountedPress>
{
    private const int Size = 16 * 1024;

    public static TheoryData<string> Patterns => [.. CostPatterns.Names];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_source_costs_what_its_size_says(string pattern)
    {
        // Whatever is made once for all is made here.
        press.Measure(pattern, 256, false);
        var nothing = press.Measure(pattern, 0, false);
        var small = press.Measure(pattern, Size, false);
        var large = press.Measure(pattern, 4 * Size, false);
        var (memory, steps) = (Ratio(0), Ratio(1));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"| {pattern} | {memory:0.0} | {steps:0.0} | {large[0] / 1024:N0} KB | {large[1] / 1000:N0} k | "
                + $"{large[2] / 1024:N0} KB | {large[3]} |");
        Assert.True(
            memory <= 6 && steps <= 6,
            $"{pattern}: four times the size takes {memory:0.0} times the memory and {steps:0.0} times the steps.");

        double Ratio(int measure) => (double)(large[measure] - nothing[measure]) / Math.Max(1, small[measure] - nothing[measure]);
    }
}

/// <summary>The counted copy of Press, made once.</summary>
public sealed class CountedPress
{
    internal Func<string, int, bool, long[]> Measure { get; } = Instrumentation.CreateMeasure();
}

/// <summary>Allocation is counted for the whole process, so that nothing else may run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
