using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;

namespace Press.Storage;

/// <summary>Turns what the SDK throws into the store's own exception, which says what failed and what may help.</summary>
internal sealed class BlobFaults(Uri container)
{
    /// <summary>Whether a condition of the request did not hold: an answer, not a fault.</summary>
    public static bool IsUnmetCondition(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.ConditionNotMet || fault.ErrorCode == BlobErrorCode.BlobAlreadyExists;

    /// <summary>Whether the storage failed, or could not be reached; the SDK has several ways to say so.</summary>
    public static bool IsOfStorage(Exception fault) =>
        fault is RequestFailedException or AggregateException or AuthenticationFailedException or IOException;

    /// <summary>Runs a request.</summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<T> ExplainAsync<T>(string name, string what, Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (Exception fault) when (IsOfStorage(fault))
        {
            var item = name is "" ? container.AbsoluteUri : $"{container.AbsoluteUri}/{name}";
            throw new StoreException(name, $"{item} could not be {what}: {Explain(fault)}", fault);
        }
    }

    private static string Explain(Exception fault) => fault switch
    {
        AggregateException several => Explain(several.InnerExceptions[^1]),
        AuthenticationFailedException => $"{FirstLine(fault)} Sign in with 'az login', or use a connection string.",
        RequestFailedException { Status: 0 } => $"{FirstLine(fault)} Is the address right, and the storage running?",
        RequestFailedException { ErrorCode: "ContainerNotFound" } => "there is no such container. Create it, or mend its name.",
        RequestFailedException { Status: 401 or 403 } refused => $"{refused.ErrorCode ?? "refused"} ({refused.Status}). The identity or key needs a role such as Storage Blob Data Contributor there.",
        RequestFailedException failed => $"{failed.ErrorCode ?? FirstLine(failed)} ({failed.Status}).",
        _ => FirstLine(fault),
    };

    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].Trim();
}
