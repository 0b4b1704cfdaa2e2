using System.Text;
using Azure.Storage.Queues;
using Press.Functions.Tests.Host;

namespace Press.Functions.Tests;

/// <summary>The queue into which Event Grid puts changes, and the host's part in reading it.</summary>
internal sealed class ChangesQueue(QueueClient queue, QueueClient poison)
{
    // Of host.json: extensions.queues.maxDequeueCount.
    private const int MaxDequeueCount = 5;

    // Longer than an invocation takes on a busy machine; what failed is made visible again at once.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Puts a message into the queue as it is.</summary>
    public async Task SendAsync(string message) => await queue.SendMessageAsync(message, Cancellation);

    /// <summary>The messages that were given up.</summary>
    public async Task<IReadOnlyList<string>> PoisonedAsync() =>
        [.. (await poison.PeekMessagesAsync(maxMessages: 32, Cancellation)).Value.Select(message => message.MessageText)];

    /// <summary>How many messages wait.</summary>
    public async Task<int> CountAsync() => (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;

    /// <summary>Deletes all messages.</summary>
    public async Task ClearAsync()
    {
        await queue.ClearMessagesAsync(Cancellation);
        await poison.ClearMessagesAsync(Cancellation);
    }

    /// <summary>
    /// Delivers up to 32 messages at once, as the host does: what succeeds is deleted, the others come again, five times in all.
    /// </summary>
    /// <returns>How the invocations ended; null for one whose worker ended first.</returns>
    public async Task<IReadOnlyList<Invocation?>> DeliverAsync(FunctionsHost host)
    {
        var messages = (await queue.ReceiveMessagesAsync(maxMessages: 32, Hidden, Cancellation)).Value;
        return await Task.WhenAll(messages.Select(async message =>
        {
            var invocation = await RunAsync(host, message.MessageText, message.DequeueCount);
            if (invocation is { Succeeded: true, Returned: { } given })
                await poison.SendMessageAsync(given, Cancellation);
            if (invocation is { Succeeded: false } && message.DequeueCount >= MaxDequeueCount)
                await poison.SendMessageAsync(message.MessageText, Cancellation);
            else if (invocation is not { Succeeded: true })
            {
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, (string?)null, TimeSpan.Zero, Cancellation);
                return invocation;
            }

            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            return invocation;
        }));
    }

    /// <summary>An event in Event Grid's own schema.</summary>
    public static string Event(string type, string container, string name) =>
        $$"""
        {"topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a",
        "subject":"/blobServices/default/containers/{{container}}/blobs/{{name}}","eventType":"Microsoft.Storage.{{type}}","id":"1",
        "data":{"api":"PutBlob","url":"https://a.blob.core.windows.net/{{container}}/{{name}}","contentLength":1},
        "dataVersion":"","metadataVersion":"1","eventTime":"2025-07-01T12:00:00Z"}
        """;

    /// <summary>The same as a CloudEvent.</summary>
    public static string CloudEvent(string type, string container, string name) =>
        $$"""
        {"specversion":"1.0","type":"Microsoft.Storage.{{type}}","source":"/subscriptions/s/resourceGroups/g","id":"1",
        "time":"2025-07-01T12:00:00Z","subject":"/blobServices/default/containers/{{container}}/blobs/{{name}}","data":{"api":"PutBlob"} }
        """;

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<Invocation?> RunAsync(FunctionsHost host, string message, long dequeueCount)
    {
        try
        {
            return await host.QueuedAsync(message, dequeueCount, Cancellation);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
