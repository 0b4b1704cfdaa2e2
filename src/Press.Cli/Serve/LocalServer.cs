using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Press.Http;

namespace Press.Cli.Serve;

/// <summary>Serves pages and the API on this machine, and to no other.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts serving.</summary>
    /// <param name="reader">What the API answers from.</param>
    /// <param name="mapPages">Puts the pages into the app.</param>
    /// <param name="trustsHtml">The operator's word that authors' drawings may run.</param>
    /// <param name="call">The call that was made, less the port; for advice.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="CallException">The port is taken, or not ours to take.</exception>
    public static async Task<LocalServer> StartAsync(
        ICatalogReader reader,
        Action<WebApplication> mapPages,
        bool trustsHtml,
        string call,
        int port,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        // Open pages hold a stream of events; who ends the program does not wait for them.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);

        var app = builder.Build();
        LoopbackGuard.Use(app);
        PreviewHeaders.Use(app, trustsHtml);
        app.MapIndexApi(new IndexApi(reader));
        mapPages(app);

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            await app.DisposeAsync();
            throw new CallException(Explain(fault, call, port));
        }
        catch (SocketException fault)
        {
            await app.DisposeAsync();
            throw new CallException(Explain(fault, call, port));
        }

        return new LocalServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Explain(Exception fault, string call, int port)
    {
        var reason = fault is SocketException { SocketErrorCode: SocketError.AccessDenied }
            ? "needs more rights than you have"
            : "is taken";
        var other = port is >= 1024 and < ushort.MaxValue ? port + 1 : 8080;
        return $"port {port} {reason}. Choose another one: {call} --port {other}";
    }
}
