using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Press.Http;
using Press.Storage;

namespace Press.Functions;

/// <summary>What the functions are given.</summary>
internal static class ServiceRegistration
{
    /// <summary>The engine and the API over one set of containers. They live as long as the instance, and so do their caches.</summary>
    public static void AddPress(this IServiceCollection services, AppSettings settings)
    {
        var clock = TimeProvider.System;
        var stores = SiteContainers.Open(settings.ContentStorage, settings.PublicStorage, clock, settings.PublicContainer);
        services.AddSingleton(new PublishingEngine(stores, clock, settings.TrustHtml));

        // Whoever waits for an answer would rather be told soon that there is none; the engine is patient.
        var (content, everybody) = (settings.ContentStorage.ForReaders(), settings.PublicStorage.ForReaders());
        var readers = SiteContainers.Open(content, everybody, clock, settings.PublicContainer);
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<StoredCatalogReader>>();
            return new IndexApi(new StoredCatalogReader(readers.Press, settings.CatalogCache, clock, log), clock);
        });
        services.AddHostedService<WarmUp>();
        services.AddSingleton(new ReceiptApi(readers.Press, clock));
        var previews = new StoredPreviews(readers.Press, clock, settings.TrustHtml) { Sources = readers.Posts };
        services.AddSingleton(new PreviewApi(previews, clock));
        services.AddSingleton(new HealthApi(readers.Press, readers.Public, clock));
    }

    /// <summary>Traces and logs go to Application Insights where there is one.</summary>
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        // The worker sends its logs itself: the levels of host.json are not asked. ASP.NET Core would log four lines for each request.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Nothing is protected by its keys; it would warn once on each new instance that they are not encrypted.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        if (string.IsNullOrEmpty(builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
            return;

        // The platform's own setting for an Application Insights that takes no keys.
        var asksForIdentity = !string.IsNullOrEmpty(builder.Configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
        telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.Credential = asksForIdentity ? new DefaultAzureCredential() : null;
            // Traces are sampled, some five a second; what could not be published is told always.
            exporter.EnableTraceBasedLogsSampler = false;
        });
    }
}
