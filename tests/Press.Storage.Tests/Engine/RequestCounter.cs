using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Press.Storage.Tests;

/// <summary>Counts every request that goes to the storage, by what it is for.</summary>
internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<(RequestMethod Method, Uri Uri, int Status)> _requests = new();

    /// <summary>All requests since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_requests.TryDequeue(out var request))
            taken.Add($"{request.Method} {Subject(request.Uri)} {request.Status}");
        return taken;
    }

    public override void OnReceivedResponse(HttpMessage message) =>
        _requests.Enqueue((message.Request.Method, message.Request.Uri.ToUri(), message.Response.Status));

    /// <summary>
    /// Container and name, without the prefix that tells the tests apart: <c>press/receipts/a.md.json</c>, <c>press?list</c>,
    /// <c>press/.locks/build?lease</c>.
    /// </summary>
    private static string Subject(Uri uri)
    {
        var path = Uri.UnescapeDataString(uri.AbsolutePath).Split('/', 3)[2];
        var query = uri.Query.Contains("comp=list", StringComparison.Ordinal)
            ? "?list" : uri.Query.Contains("comp=lease", StringComparison.Ordinal) ? "?lease" : "";
        return path[(path.IndexOf('-', StringComparison.Ordinal) + 1)..] + query;
    }
}
