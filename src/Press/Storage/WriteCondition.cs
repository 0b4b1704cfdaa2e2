namespace Press;

/// <summary>What must hold for a write to happen (RFC 9110, section 13.1).</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(bool ifAbsent, string? ifMatch) => (RequiresAbsence, ETag) = (ifAbsent, ifMatch);

    /// <summary>Write whatever is there.</summary>
    public static WriteCondition Always { get; }

    /// <summary>Write only if nothing is there (<c>If-None-Match: *</c>).</summary>
    public static WriteCondition IfAbsent { get; } = new(ifAbsent: true, ifMatch: null);

    /// <summary>Write only over the item that has this ETag (<c>If-Match</c>).</summary>
    public static WriteCondition IfMatch(string etag) => new(ifAbsent: false, etag);

    /// <summary>Whether nothing may be there.</summary>
    public bool RequiresAbsence { get; }

    /// <summary>The ETag that must be there; null if none is asked for.</summary>
    public string? ETag { get; }

    /// <summary>Whether the condition holds where an item has <paramref name="currentETag"/> (null: no item).</summary>
    public bool Holds(string? currentETag) =>
        RequiresAbsence ? currentETag is null : ETag is null || ETag == currentETag;
}
