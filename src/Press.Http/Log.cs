using Microsoft.Extensions.Logging;

namespace Press.Http;

/// <summary>All that the API logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The catalog could not be read; {Consequence}")]
    public static partial void CatalogNotRead(this ILogger log, StoreException fault, string consequence);
}
