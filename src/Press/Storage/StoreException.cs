namespace Press;

/// <summary>The storage failed: it could not be reached, refused the request, or is broken. Trying again may help.</summary>
/// <param name="item">The name of the item; empty where the fault concerns the store as a whole.</param>
/// <param name="message">What failed, for an operator.</param>
/// <param name="cause">The storage's own exception.</param>
public class StoreException(string item, string message, Exception? cause) : Exception(message, cause)
{
    /// <summary>The name of the item that the request was about; empty where it was about the store as a whole.</summary>
    public string Item { get; } = item;

    /// <summary>Whether the storage answered, and refused this item alone: somebody holds a lease on it, say. Others may go on.</summary>
    public bool IsOfItem { get; init; }
}
