using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>Stands in for the Functions host: starts an app, loads its functions, and triggers them as the host does.</summary>
/// <remarks>It speaks the public protocol to the app as it was built; nothing of the app knows that the host is another one.</remarks>
internal sealed class FunctionsHost : IAsyncDisposable
{
    // The header by which the worker finds the invocation that an HTTP request belongs to.
    private const string InvocationHeader = "x-ms-invocation-id";

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
    public static async Task<FunctionsHost> StartAsync(string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
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
    public Task<Invocation> InvokeAsync(string function, TypedData input, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken) =>
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
                Content = ByteString.CopyFrom(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(blob)),
            },
        };
        return InvokeAsync(function, input, new Dictionary<string, string> { ["name"] = name, ["BlobTrigger"] = $"{container}/{name}" }, cancellationToken);
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
        InvokeAsync("Sweep", new TypedData { Json = """{"ScheduleStatus":null,"IsPastDue":false}""" }, new Dictionary<string, string>(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        Client?.Dispose();
        if (_front is not null)
            await _front.DisposeAsync();
        await _grpc.DisposeAsync();
    }

    private static async Task<FunctionsHost> ListenAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var connection = new WorkerConnection();
        var builder = LocalListener.Builder(HttpProtocols.Http2);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(connection);
        var app = builder.Build();
        app.MapGrpcService<WorkerConnection>();
        await app.StartAsync();
        return new FunctionsHost(app, connection, WorkerProcess.Start(folder, LocalListener.AddressOf(app), settings));
    }

    /// <summary>The host's part of the protocol: initialise the worker, ask for its functions, load each.</summary>
    private async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ending = StopWaitingWhenItEndsAsync(ended);
        try
        {
            await _connection.ConnectedAsync(ended.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The worker ended before it was ready: {Worker.Output}");
        }

        _ = ending;
        var directory = WorkerProcess.OutputOf(folder);
        var started = await AskAsync(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0", WorkerDirectory = directory, FunctionAppDirectory = directory } }, cancellationToken);
        Require(started.WorkerInitResponse.Result);
        var metadata = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = directory } }, cancellationToken);
        Require(metadata.FunctionMetadataResponse.Result);
        foreach (var function in metadata.FunctionMetadataResponse.FunctionMetadataResults)
        {
            var loaded = await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } }, cancellationToken);
            Require(loaded.FunctionLoadResponse.Result);
        }

        Functions = metadata.FunctionMetadataResponse.FunctionMetadataResults.Select(DeclaredFunction.From).ToDictionary(function => function.Name, StringComparer.Ordinal);
        _front = await StartFrontAsync(new Uri(started.WorkerInitResponse.Capabilities["HttpUri"]));
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = LocalListener.AddressOf(_front), Timeout = Timeout.InfiniteTimeSpan };
    }

    private async Task StopWaitingWhenItEndsAsync(CancellationTokenSource waiting)
    {
        await Worker.WaitForExitAsync(waiting.Token);
        await waiting.CancelAsync();
    }

    private Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        message.RequestId = Ids.Next();
        return _connection.AskAsync(message, cancellationToken);
    }

    private static void Require(StatusResult result)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"{result.Result} {result.Exception?.Message}");
    }

    /// <summary>The host's HTTP side: a route for each HTTP function; whatever fits none gets an empty 404.</summary>
    private async Task<WebApplication> StartFrontAsync(Uri worker)
    {
        var app = LocalListener.Builder(HttpProtocols.Http1).Build();
        foreach (var function in Functions.Values.Where(function => function.IsHttp))
        {
            var methods = function.Trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant());
            app.MapMethods($"api/{function.Trigger.GetProperty("route").GetString()}", methods, context => AnswerAsync(context, function, worker));
        }

        app.Use(async (context, next) =>
        {
            await next();
            if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false })
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.StartAsync();
        return app;
    }

    private async Task AnswerAsync(HttpContext context, DeclaredFunction function, Uri worker)
    {
        var id = Ids.Next();
        var input = new TypedData { Http = new RpcHttp { Method = context.Request.Method, Url = context.Request.Path } };
        var route = context.Request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal);
        var invocation = InvokeAsync(id, function, input, route, context.RequestAborted);
        await Forwarding.ForwardAsync(context, worker, request => request.Headers.Add(InvocationHeader, id));
        HttpInvocations.Enqueue(await invocation);
    }

    private async Task<Invocation> InvokeAsync(
        string id, DeclaredFunction function, TypedData input, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        var request = new InvocationRequest { InvocationId = id, FunctionId = function.Id, TraceContext = new RpcTraceContext() };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = input });
        foreach (var (name, value) in metadata)
            request.TriggerMetadata.Add(name, new TypedData { String = value });

        await using var cancelling = cancellationToken.Register(() => _ = _connection.SendAsync(new() { InvocationCancel = new() { InvocationId = id } }, CancellationToken.None));
        var answer = await _connection.AskAsync(new() { RequestId = id, InvocationRequest = request }, CancellationToken.None);
        return new Invocation(answer.InvocationResponse, Logs.Of(id));
    }
}
