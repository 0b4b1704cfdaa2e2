using Press.Testing;

namespace Press.Http.Tests;

/// <summary>A store that fails, or does not answer, while a test lets it.</summary>
internal sealed class UnreliableStore(IStore store) : DelegatingStore(store)
{
    private readonly TaskCompletionSource _mended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Fails { get; set; }

    public bool Hangs { get; set; }

    public int Reads { get; private set; }

    public override Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        AnswerAsync(() => base.ReadAsync(name, ifNoneMatch, cancellationToken), name, cancellationToken);

    public override Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        AnswerAsync(() => base.ReadUpToAsync(name, maxBytes, cancellationToken), name, cancellationToken);

    /// <summary>Answers what hangs.</summary>
    public void Recover()
    {
        (Fails, Hangs) = (false, false);
        _mended.TrySetResult();
    }

    private async Task<ReadAnswer> AnswerAsync(Func<Task<ReadAnswer>> answer, string name, CancellationToken cancellationToken)
    {
        Reads++;
        if (Hangs)
            await _mended.Task.WaitAsync(cancellationToken);
        return Fails ? throw new StoreException(name, "The storage fails.", cause: null) : await answer();
    }
}
