using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>How it starts an app and learns of its functions.</summary>
internal sealed partial class FunctionsHost
{
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
        var init = new WorkerInitRequest { HostVersion = "4.1037.0", WorkerDirectory = directory, FunctionAppDirectory = directory };
        var started = await AskAsync(new() { WorkerInitRequest = init }, cancellationToken);
        Require(started.WorkerInitResponse.Result);
        var metadata = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = directory } }, cancellationToken);
        Require(metadata.FunctionMetadataResponse.Result);
        var functions = metadata.FunctionMetadataResponse.FunctionMetadataResults;
        foreach (var function in functions)
        {
            var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
            var loaded = await AskAsync(new() { FunctionLoadRequest = load }, cancellationToken);
            Require(loaded.FunctionLoadResponse.Result);
        }

        Functions = functions.Select(DeclaredFunction.From).ToDictionary(function => function.Name, StringComparer.Ordinal);
        _front = await StartFrontAsync(new Uri(started.WorkerInitResponse.Capabilities["HttpUri"]));
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = LocalListener.AddressOf(_front),
            // A busy machine is no fault; a test's own token ends a wait.
            Timeout = Timeout.InfiniteTimeSpan,
        };
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
}
