using Azure;
using Azure.Storage.Queues;
using Press.Storage;

namespace Press.Functions;

/// <summary>The queues that the app reads from.</summary>
internal static class Queues
{
    /// <summary>Creates those that do not exist. The host logs a warning at each look at a queue that does not.</summary>
    /// <param name="connection">The connection string of the content account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AppSettingsException">The connection string names a blob service and no queue service.</exception>
    /// <exception cref="StoreException">A queue could not be created.</exception>
    public static async Task CreateAsync(string connection, CancellationToken cancellationToken)
    {
        var account = Open(connection);
        foreach (var name in new[] { FollowChanges.Queue, FollowChanges.PoisonQueue })
        {
            try
            {
                await account.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (Exception fault) when (fault is RequestFailedException or AggregateException)
            {
                var reason = fault.Message.Split('\n')[0].Trim();
                throw new StoreException(name, $"The queue '{name}' could not be created at {account.Uri}: {reason}", fault);
            }
        }
    }

    /// <summary>The SDK would make up an address in the public cloud for an emulator whose queues are not named.</summary>
    private static QueueServiceClient Open(string connection)
    {
        var names = connection.Split(';').Select(part => part.Split('=', 2)[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("BlobEndpoint") && !names.Contains("QueueEndpoint")
            ? throw new AppSettingsException(
                $"'{AppSettings.ContentStorageName}' has a BlobEndpoint and no QueueEndpoint. Add 'QueueEndpoint=...'.")
            : new QueueServiceClient(connection);
    }
}
