namespace Press;

/// <summary>A source has another content than when the site was planned, and the planned one is not to be had any more.</summary>
public sealed class SourceChangedException : StoreException
{
    /// <summary>A source that changed.</summary>
    public SourceChangedException(string source)
        : base(source, $"'{source}' was changed or deleted after the site was planned.", cause: null) => IsOfItem = true;
}
