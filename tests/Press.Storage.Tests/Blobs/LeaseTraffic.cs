using System.Threading.Channels;

namespace Press.Storage.Tests;

/// <summary>Passes requests on to the storage. What becomes of renewals is the test's to say, and it can wait for each of them.</summary>
internal sealed class LeaseTraffic : DelegatingHandler
{
    // A test that waits so long has failed.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _actions = Channel.CreateUnbounded<string>();

    public LeaseTraffic()
        : base(new HttpClientHandler())
    {
    }

    /// <summary>What becomes of a renewal; null: it is passed on.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>>? OnRenewal { get; set; }

    /// <summary>Waits until the next request that concerns a lease was answered or failed.</summary>
    public async Task<string> NextAsync(CancellationToken cancellationToken) =>
        await _actions.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Guard, cancellationToken);

    /// <summary>How many requests that nobody has waited for there were.</summary>
    public int Unseen => _actions.Reader.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.TryGetValues("x-ms-lease-action", out var actions))
            return await base.SendAsync(request, cancellationToken);

        var action = actions.Single();
        try
        {
            return await (action == "renew" && OnRenewal is { } answer
                ? answer(cancellationToken)
                : base.SendAsync(request, cancellationToken));
        }
        finally
        {
            _actions.Writer.TryWrite(action);
        }
    }
}
