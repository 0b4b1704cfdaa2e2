using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Press.Cli.Serve;

/// <summary>Reports when the site has to be planned again: a file has changed, or the date of a post has come.</summary>
internal sealed class RebuildReasons(FolderChanges changes, TimeProvider clock)
{
    // A timer takes no longer time than some weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The names of the files that changed; none where a date has come. It goes on until it is cancelled.</summary>
    /// <param name="nextChange">The next date that matters, as of now; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ImmutableArray<string>> ReadAllAsync(
        Func<DateTimeOffset?> nextChange, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var change = changes.NextAsync(cancellationToken);
        DateTimeOffset? reported = null;
        while (true)
        {
            // Each date once: where nothing could be planned then, the next change of a file leads to another try.
            var next = nextChange() is { } moment && moment != reported ? moment : (DateTimeOffset?)null;
            if (!await WaitAsync(change, next, cancellationToken))
                continue;
            if (change.IsCompleted)
            {
                yield return await change;
                change = changes.NextAsync(cancellationToken);
            }
            else
            {
                reported = next;
                yield return [];
            }
        }
    }

    /// <summary>Waits for a change or a date, at most for a day; false if neither came.</summary>
    private async Task<bool> WaitAsync(Task change, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        var rest = next is { } moment ? moment - clock.GetUtcNow() : LongestWait;
        if (rest <= TimeSpan.Zero)
            return true;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var date = Task.Delay(rest < LongestWait ? rest : LongestWait, clock, ends.Token);
        await Task.WhenAny(change, date);
        await ends.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return change.IsCompleted || (next is not null && next <= clock.GetUtcNow());
    }
}
