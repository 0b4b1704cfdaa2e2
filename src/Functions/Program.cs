using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Press;
using Press.Functions;
using Press.Storage;

// What is published and recorded is the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    var settings = AppSettings.Read(
        name => builder.Configuration[name], builder.Configuration.AsEnumerable().Select(setting => setting.Key));

    builder.ConfigureFunctionsWebApplication();
    builder.UseMiddleware<InvocationScopeMiddleware>();
    builder.UseMiddleware<FaultMiddleware>();
    builder.Services.AddPress(settings);
    builder.AddTelemetry();

    // In Azure the deployment makes them; an emulator begins with nothing.
    if (settings.HasKeys)
    {
        await SiteContainers.CreateAsync(settings.ContentStorage, settings.PublicStorage, settings.PublicContainer, CancellationToken.None);
        await Queues.CreateAsync(builder.Configuration[AppSettings.ContentStorageName]!, CancellationToken.None);
    }

    await builder.Build().RunAsync();
    return 0;
}
catch (Exception fault) when (fault is AppSettingsException or StoreException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
