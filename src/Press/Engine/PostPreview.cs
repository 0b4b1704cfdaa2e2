namespace Press;

/// <summary>What there is to see of a source that may not be public.</summary>
public abstract record PostPreview
{
    private PostPreview()
    {
    }

    /// <summary>The page as it will be, but for <c>noindex</c>.</summary>
    /// <param name="Html">UTF-8.</param>
    public sealed record Page(ReadOnlyMemory<byte> Html) : PostPreview;

    /// <summary>Nothing: it is public already.</summary>
    /// <param name="Url">Where.</param>
    public sealed record Published(string Url) : PostPreview;

    /// <summary>Nothing, for a reason that its author can do something about.</summary>
    /// <param name="Reason">A sentence or two in plain text.</param>
    public sealed record Refused(string Reason) : PostPreview;
}
