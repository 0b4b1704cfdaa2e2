using System.Collections.Concurrent;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>The log lines of a worker.</summary>
internal sealed class InvocationLogs(ConcurrentQueue<RpcLog> lines)
{
    /// <summary>All lines, in order.</summary>
    public IReadOnlyList<RpcLog> All => [.. lines];

    /// <summary>The lines of one invocation.</summary>
    public IReadOnlyList<RpcLog> Of(string invocationId) => [.. lines.Where(line => line.InvocationId == invocationId)];
}
