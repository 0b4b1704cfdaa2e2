using Fluid;

namespace Press;

/// <summary>A file beside a post, as the post includes it.</summary>
internal abstract record PartTemplate
{
    /// <summary>It can be included.</summary>
    public sealed record Found(IFluidTemplate Template) : PartTemplate;

    /// <summary>It cannot.</summary>
    /// <param name="Reason">Why, without a full stop.</param>
    public sealed record Missing(string Reason) : PartTemplate;
}
