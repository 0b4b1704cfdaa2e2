using System.Collections.Concurrent;
using Grpc.Core;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>The stream of messages between the host and its one worker.</summary>
internal sealed class WorkerConnection : FunctionRpc.FunctionRpcBase
{
    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> _connected =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _ended = new();

    /// <summary>What the worker logged, in order.</summary>
    public ConcurrentQueue<RpcLog> Logs { get; } = new();

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Take(message, responseStream);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The worker has ended, or was ended.
        }
        finally
        {
            await _ended.CancelAsync();
        }
    }

    /// <summary>Waits until a worker has said that it is there.</summary>
    public Task ConnectedAsync(CancellationToken cancellationToken) => _connected.Task.WaitAsync(cancellationToken);

    /// <summary>Sends a request and waits for the answer with its id.</summary>
    /// <exception cref="OperationCanceledException">The worker ended before it answered.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request.RequestId] = answer;
        await SendAsync(request, cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ended.Token);
        return await answer.Task.WaitAsync(either.Token);
    }

    /// <summary>Sends what has no answer.</summary>
    public async Task SendAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        var stream = await _connected.Task.WaitAsync(cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ended.Token);
        await _writing.WaitAsync(either.Token);
        try
        {
            await stream.WriteAsync(message, either.Token);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Grpc.Core.RpcException or IOException)
        {
            throw new OperationCanceledException("The worker has ended.", fault);
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Take(StreamingMessage message, IServerStreamWriter<StreamingMessage> stream)
    {
        if (message.ContentCase is StreamingMessage.ContentOneofCase.StartStream)
            _connected.TrySetResult(stream);
        else if (message.ContentCase is StreamingMessage.ContentOneofCase.RpcLog)
            Logs.Enqueue(message.RpcLog);
        else if (_waiting.TryRemove(message.RequestId, out var answer))
            answer.TrySetResult(message);
    }
}
