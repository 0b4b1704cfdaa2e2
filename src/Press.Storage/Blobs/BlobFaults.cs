using System.Xml;
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
        fault is RequestFailedException or AggregateException or AuthenticationFailedException or IOException or XmlException;

    /// <summary>
    /// Whether the service answered, and refuses this one blob: it is archived, somebody holds a lease on it, a policy protects it.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes"/>
    public static bool IsOfBlob(Exception fault) =>
        fault is RequestFailedException { Status: 409 or 412, ErrorCode: { } code } failed
        && !IsUnmetCondition(failed) && !code.StartsWith("Container", StringComparison.Ordinal)
            && !code.StartsWith("Account", StringComparison.Ordinal);

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
            throw new StoreException(name, $"{item} could not be {what}: {Explain(fault)}", fault)
            {
                IsOfItem = name is not "" && IsOfBlob(fault),
            };
        }
    }

    /// <summary>What is wrong, and what may help.</summary>
    public static string Explain(Exception fault) => fault switch
    {
        AggregateException several => Explain(several.InnerExceptions[^1]),
        AuthenticationFailedException => $"{FirstLine(fault)} Sign in with 'az login', or use a connection string.",
        RequestFailedException { Status: 0 } => $"{FirstLine(fault)} Is the address right, and the storage running?",
        RequestFailedException { ErrorCode: "ContainerNotFound" } => "there is no such container. Create it, or correct its name.",
        RequestFailedException { Status: 401 or 403 } refused =>
            $"{refused.ErrorCode ?? "refused"} ({refused.Status}). "
            + "The identity or key needs a role such as Storage Blob Data Contributor there.",
        RequestFailedException { ErrorCode: "BlobArchived" or "BlobBeingRehydrated" } =>
            "it is archived. Move it to the access tier Hot, Cool or Cold.",
        RequestFailedException { ErrorCode: "LeaseIdMissing" } => "somebody holds a lease on it. Break the lease.",
        XmlException => $"the answer is not XML: {FirstLine(fault)}",
        RequestFailedException failed => $"{(failed.ErrorCode ?? FirstLine(failed)).TrimEnd('.')} ({failed.Status}).",
        _ => FirstLine(fault),
    };

    /// <summary>A sentence, with its period.</summary>
    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
