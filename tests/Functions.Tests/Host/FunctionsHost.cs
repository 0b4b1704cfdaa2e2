using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>Stands in for the Functions host: starts an app, loads its functions, and triggers them as the host does.</summary>
/// <remarks>It speaks the public protocol to the app as it was built; nothing of the app knows that the host is another one.</remarks>
internal sealed partial class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication _grpc;
    private readonly WorkerConnection _connection;
    private WebApplication? _front;

    private FunctionsHost(WebApplication grpc, WorkerConnection connection, WorkerProcess worker)
    {
        (_grpc, _connection, Worker) = (grpc, connection, worker);
        Logs = new InvocationLogs(connection.Logs);
    }

    public WorkerProcess Worker { get; }

    public InvocationLogs Logs { get; }

    /// <summary>The functions of the app, by name.</summary>
    public IReadOnlyDictionary<string, DeclaredFunction> Functions { get; private set; } = new Dictionary<string, DeclaredFunction>();

    /// <summary>How the invocations of HTTP functions have ended.</summary>
    public ConcurrentQueue<Invocation> HttpInvocations { get; } = new();

    /// <summary>Asks the HTTP functions, below <c>/api</c>.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts an app and waits until all of its functions are loaded.</summary>
    /// <param name="folder">The app's project: <c>src/Functions</c>.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FunctionsHost> StartAsync(
        string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = await ListenAsync(folder, settings);
        try
        {
            await host.LoadAsync(folder, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts an app that is not expected to connect.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(
        string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        await using var host = await ListenAsync(folder, settings);
        return (await host.Worker.WaitForExitAsync(cancellationToken), host.Worker.Output);
    }

    /// <summary>Runs a function.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="input">What triggers it.</param>
    /// <param name="metadata">What the host knows about the trigger, by name.</param>
    /// <param name="cancellationToken">Cancels the invocation, as the host does when it stops.</param>
    /// <exception cref="OperationCanceledException">The worker has ended.</exception>
    public Task<Invocation> InvokeAsync(
        string function, TypedData input, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        InvokeAsync(Ids.Next(), Functions[function], input, metadata, cancellationToken);

    /// <summary>As a blob trigger does for a blob that was written.</summary>
    public Task<Invocation> WrittenAsync(string function, string container, string name, CancellationToken cancellationToken)
    {
        var blob = new { Connection = "ContentStorage", ContainerName = container, BlobName = name };
        var input = new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = "1.0",
                Source = "AzureStorageBlobs",
                ContentType = "application/json",
                Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(blob)),
            },
        };
        var metadata = new Dictionary<string, string> { ["name"] = name, ["BlobTrigger"] = $"{container}/{name}" };
        return InvokeAsync(function, input, metadata, cancellationToken);
    }

    /// <summary>As the queue trigger does for a message.</summary>
    public Task<Invocation> QueuedAsync(string message, long dequeueCount, CancellationToken cancellationToken) =>
        InvokeAsync(
            "FollowChanges",
            new TypedData { String = message },
            new Dictionary<string, string> { ["DequeueCount"] = dequeueCount.ToString(CultureInfo.InvariantCulture) },
            cancellationToken);

    /// <summary>As the timer does.</summary>
    public Task<Invocation> SweepAsync(CancellationToken cancellationToken) =>
        InvokeAsync("Sweep", new TypedData { Json = """{"IsPastDue":false}""" }, new Dictionary<string, string>(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        Client?.Dispose();
        if (_front is not null)
            await _front.DisposeAsync();
        await _grpc.DisposeAsync();
    }

    private async Task<Invocation> InvokeAsync(
        string id,
        DeclaredFunction function,
        TypedData input,
        IReadOnlyDictionary<string, string> metadata,
        CancellationToken cancellationToken)
    {
        var request = new InvocationRequest { InvocationId = id, FunctionId = function.Id, TraceContext = new RpcTraceContext() };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = input });
        foreach (var (name, value) in metadata)
            request.TriggerMetadata.Add(name, new TypedData { String = value });

        var cancel = new StreamingMessage { InvocationCancel = new() { InvocationId = id } };
        await using var cancelling = cancellationToken.Register(() => _ = _connection.SendAsync(cancel, CancellationToken.None));
        var answer = await _connection.AskAsync(new() { RequestId = id, InvocationRequest = request }, CancellationToken.None);
        return new Invocation(answer.InvocationResponse, Logs.Of(id));
    }
}
