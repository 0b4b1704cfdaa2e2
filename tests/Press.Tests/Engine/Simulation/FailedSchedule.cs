namespace Press.Tests.Engine;

/// <summary>A schedule in which a promise was broken.</summary>
/// <param name="Message">Which one.</param>
/// <param name="Numbers">What it was made of.</param>
/// <param name="Trace">What happened, a line each.</param>
internal sealed record FailedSchedule(string Message, IReadOnlyList<int> Numbers, IReadOnlyList<string> Trace)
{
    // Runs of a schedule, each of some milliseconds.
    private const int MaxTries = 600;

    /// <summary>Runs a schedule; null if all promises were kept.</summary>
    public static async Task<FailedSchedule?> FindAsync(Choices choices, Sabotage sabotage, bool sweepFollows)
    {
        var schedule = new Schedule(choices, sabotage, sweepFollows);
        try
        {
            await schedule.RunAsync();
            return null;
        }
        catch (Exception broken)
        {
            return new FailedSchedule(broken is BrokenPromiseException ? broken.Message : broken.ToString(), choices.Drawn, schedule.Trace);
        }
    }

    /// <summary>Looks for a shorter schedule that breaks a promise too: without some of the numbers, or with smaller ones.</summary>
    public async Task<FailedSchedule> ShrinkAsync(Sabotage sabotage, bool sweepFollows)
    {
        var (best, tries) = (this, 0);
        for (var size = Math.Max(1, best.Numbers.Count / 2); size >= 1; size /= 2)
        {
            for (var start = best.Numbers.Count - size; start >= 0 && tries < MaxTries; start -= size)
            {
                if (start + size <= best.Numbers.Count)
                    await TryAsync([.. best.Numbers.Take(start), .. best.Numbers.Skip(start + size)]);
            }
        }

        for (var place = 0; place < best.Numbers.Count && tries < MaxTries; place++)
        {
            if (best.Numbers[place] > 0)
                await TryAsync([.. best.Numbers.Take(place), 0, .. best.Numbers.Skip(place + 1)]);
        }

        return best;

        async Task TryAsync(int[] numbers)
        {
            tries++;
            if (await FindAsync(new Choices(numbers, seed: 0), sabotage, sweepFollows) is { } found && found.Trace.Count < best.Trace.Count)
                best = found;
        }
    }

    public override string ToString() => $"{Message}\n{string.Join('\n', Trace.Select((line, number) => $"{number + 1,4} {line}"))}";
}
