using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Press.Functions.Tests.Host;

/// <summary>Web servers of the tests: on the loopback address, on free ports, and without a log.</summary>
internal static class LocalListener
{
    /// <summary>A builder of one that listens on a free port.</summary>
    /// <param name="protocols">What it speaks there.</param>
    public static WebApplicationBuilder Builder(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        // Requests that hang, because a test lets them, end with it.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        return builder;
    }

    /// <summary>Scheme, host and port of one that has started.</summary>
    public static Uri AddressOf(WebApplication app) => new(app.Urls.First());
}
