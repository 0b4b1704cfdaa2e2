using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Bounds how long a request waits for the storage: who waits for an answer would rather be told to come again.</summary>
internal static class StorageWait
{
    /// <summary>Of all waits of one request together. A failure is answered within two seconds; the rest is for the answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.8);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="clock">Measures the wait.</param>
    /// <param name="answer">Gets the token for its requests to the storage.</param>
    /// <exception cref="StoreException">The wait was too long.</exception>
    public static async Task RunAsync(HttpContext context, TimeProvider clock, Func<CancellationToken, Task> answer)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            await answer(either.Token);
        }
        catch (OperationCanceledException fault) when (limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new StoreException("", $"The storage did not answer within {Longest.TotalSeconds:0.#} seconds.", fault);
        }
    }
}
