namespace Press;

/// <summary>What taking a source in came to.</summary>
/// <param name="Receipt">The source's receipt; null if the source is gone.</param>
/// <param name="NeedsBuild">Whether the site is another one for it.</param>
internal readonly record struct Intake(Receipt? Receipt, bool NeedsBuild)
{
    /// <summary>Whether nothing was done, since a worker may have died of the source.</summary>
    public bool IsDeferred { get; init; }
}
