using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Press.Functions.Tests.Host;

/// <summary>Stands between an app and the emulator's blob service: counts the requests, and lets the storage fail.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = new();
    private volatile TaskCompletionSource _hanging = Done();
    private TaskCompletionSource _arrived = New();
    private volatile TaskCompletionSource _next = New();
    private volatile Func<HttpRequest, bool> _isRefused = _ => false;

    private StorageProxy(WebApplication app) => _app = app;

    public Uri Address => LocalListener.AddressOf(_app);

    public static async Task<StorageProxy> StartAsync(Uri blobService)
    {
        var app = LocalListener.Builder(HttpProtocols.Http1).Build();
        var proxy = new StorageProxy(app);
        app.Run(context => proxy.PassAsync(context, blobService));
        await app.StartAsync();
        return proxy;
    }

    /// <summary>The requests since the last time: <c>PUT public/a.html 201</c>.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_requests.TryDequeue(out var request))
            taken.Add(request);
        return taken;
    }

    /// <summary>Waits until a request of a kind has been answered; those before it count too.</summary>
    public async Task WaitForAsync(Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = _next.Task;
            if (_requests.Any(isMeant))
                return;
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Every request, or those that fit, is answered as by a service that is overloaded.</summary>
    public void Refuse(Func<HttpRequest, bool>? which = null) => _isRefused = which ?? (_ => true);

    /// <summary>No request is answered until <see cref="Recover"/>.</summary>
    public void Hang() => (_hanging, _arrived) = (New(), New());

    /// <summary>Waits until a request hangs.</summary>
    public Task WaitForHangingAsync(CancellationToken cancellationToken) => _arrived.Task.WaitAsync(cancellationToken);

    /// <summary>What hangs goes on; what is refused still is.</summary>
    public void EndHanging() => _hanging.TrySetResult();

    /// <summary>All is well again.</summary>
    public void Recover()
    {
        _isRefused = _ => false;
        EndHanging();
    }

    public async ValueTask DisposeAsync()
    {
        Recover();
        await _app.DisposeAsync();
    }

    private async Task PassAsync(HttpContext context, Uri blobService)
    {
        if (!_hanging.Task.IsCompleted)
            _arrived.TrySetResult();
        await _hanging.Task.WaitAsync(context.RequestAborted);
        var status = StatusCodes.Status503ServiceUnavailable;
        if (_isRefused(context.Request))
            context.Response.StatusCode = status;
        else
            status = await Forwarding.ForwardAsync(context, blobService);
        _requests.Enqueue($"{context.Request.Method} {Subject(context.Request)} {status}");
        Interlocked.Exchange(ref _next, New()).TrySetResult();
    }

    /// <summary>Container and blob, without the account.</summary>
    private static string Subject(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/', 3) is [_, _, var name] ? name : "";
        return request.Query.TryGetValue("comp", out var part) ? $"{path}?{part}" : path;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
