using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Press.Http;

namespace Press.Cli.Serve;

/// <summary>Serves a preview on this machine, and on no other.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PreviewServer(WebApplication app) => _app = app;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts serving.</summary>
    /// <exception cref="CallException">The port is taken, or not ours to take.</exception>
    public static async Task<PreviewServer> StartAsync(Preview preview, string folderName, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        // Open pages hold a stream of events; who ends the program does not wait for them.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);

        var app = builder.Build();
        app.MapIndexApi(new IndexApi(preview));
        var pages = new PreviewPages(preview, app.Lifetime.ApplicationStopping);
        app.MapGet(PreviewPages.EventsPath, pages.Events);
        app.MapGet(PreviewPages.ScriptPath, PreviewPages.Script);
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], pages.Page);

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            await app.DisposeAsync();
            throw new CallException(Explain(fault, folderName, port));
        }
        catch (SocketException fault)
        {
            await app.DisposeAsync();
            throw new CallException(Explain(fault, folderName, port));
        }

        return new PreviewServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Explain(Exception fault, string folderName, int port)
    {
        var reason = fault is SocketException { SocketErrorCode: SocketError.AccessDenied } ? "needs more rights than you have" : "is taken";
        var other = port is >= 1024 and < ushort.MaxValue ? port + 1 : 8080;
        return $"port {port} {reason}. Choose another one: press serve {folderName} --port {other}";
    }
}
