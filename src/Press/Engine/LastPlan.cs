namespace Press;

/// <summary>What the last build of this program planned: the next one takes from it what is the same.</summary>
internal sealed class LastPlan
{
    /// <summary>Null until there is one.</summary>
    public FilePlan? Files { get; set; }

    /// <inheritdoc cref="Files"/>
    public SourceWork? Work { get; set; }
}
