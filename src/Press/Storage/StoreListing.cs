namespace Press;

/// <summary>All that lies in a store.</summary>
/// <param name="Items">Its items, in ordinal order of names.</param>
/// <param name="Strays">What somebody put there and cannot be an item, in ordinal order of names.</param>
public sealed record StoreListing(IReadOnlyList<StoredItem> Items, IReadOnlyList<StrayItem> Strays);

/// <summary>Something in a store that is no item, though whoever put it there may think so.</summary>
/// <param name="Name">As it is written there, but for control characters. A folder's ends in a slash.</param>
/// <param name="Kind">Why it is none.</param>
public sealed record StrayItem(string Name, StrayKind Kind);

/// <summary>Why something is no item.</summary>
public enum StrayKind
{
    /// <summary>No store can hold its name: <see cref="StoreName"/>.</summary>
    BadName,

    /// <summary>It is a link, and links are not followed.</summary>
    Link,

    /// <summary>It is a folder that may not be looked into.</summary>
    ClosedFolder,
}
