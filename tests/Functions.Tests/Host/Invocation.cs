using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>How an invocation ended.</summary>
/// <param name="Response">The worker's answer.</param>
/// <param name="Logs">What was logged under the invocation's id. The host drops every other line.</param>
internal sealed record Invocation(InvocationResponse Response, IReadOnlyList<RpcLog> Logs)
{
    public StatusResult.Types.Status Status => Response.Result.Status;

    public bool Succeeded => Status is StatusResult.Types.Status.Success;

    /// <summary>What an output binding of the return value would write; null if nothing.</summary>
    public string? Returned => Response.ReturnValue?.DataCase is TypedData.DataOneofCase.String ? Response.ReturnValue.String : null;
}
