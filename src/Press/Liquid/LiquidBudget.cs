using Fluid;

namespace Press;

/// <summary>What one rendering of a template has used of <see cref="LiquidLimits"/>, and where it is.</summary>
/// <param name="maxOutput">Characters that it may print.</param>
internal sealed class LiquidBudget(long maxOutput)
{
    private const string Key = "press.budget";

    private long _work;
    private long _output;
    private int _nesting;

    /// <summary>The place of the tag that is being rendered.</summary>
    public LiquidPlace Place { get; set; }

    /// <summary>Whether moments are printed as Ruby prints them.</summary>
    public bool IsLikeRuby { get; init; }

    /// <summary>Whether a tag whose file is missing is printed as it was written, instead of ending everything.</summary>
    public bool KeepsMissing { get; init; }

    /// <summary>The files that the post may include from its own folder; null for what is no post.</summary>
    public PostParts? Parts { get; init; }

    /// <summary>What its author should know of it, besides faults; each once.</summary>
    public HashSet<LiquidNote> Notes { get; } = [];

    /// <summary>What was used, in characters.</summary>
    public long Work => _work;

    public static LiquidBudget Of(TemplateContext context) => (LiquidBudget)context.AmbientValues[Key];

    public void Attach(TemplateContext context) => context.AmbientValues[Key] = this;

    /// <summary>Why the rendering ended early; null if it did not.</summary>
    public LiquidFault? Overrun { get; private set; }

    /// <summary>
    /// Goes into a tag. An exception would take megabytes here: hundreds of methods would pass it on, and each takes note of it.
    /// </summary>
    /// <returns>False if it is in too many others; then nothing more is rendered.</returns>
    public bool TryEnter(LiquidPlace place)
    {
        if (Overrun is not null)
            return false;
        Place = place;
        if (++_nesting <= LiquidLimits.MaxNesting)
            return true;
        Overrun = new LiquidFault(place, $"more than {LiquidLimits.MaxNesting} tags are in one another, includes counted", IsRunaway: true);
        return false;
    }

    /// <summary>Comes back from a tag to the one around it.</summary>
    public void Leave(LiquidPlace outer)
    {
        Place = outer;
        _nesting--;
    }

    /// <summary>Takes note of work before it is done.</summary>
    /// <exception cref="LiquidLimitException">It is too much.</exception>
    public void Charge(long characters)
    {
        _work += characters;
        if (_work > LiquidLimits.MaxWork || characters < 0)
            throw new LiquidLimitException(FormattableString.Invariant($"it works on more than {LiquidLimits.MaxWork:N0} characters"));
    }

    /// <summary>Takes note of what is printed before it is.</summary>
    /// <exception cref="LiquidLimitException">It is too much.</exception>
    public void Print(long characters)
    {
        _output += characters;
        if (_output > maxOutput)
            throw new LiquidLimitException(FormattableString.Invariant($"it prints more than {maxOutput:N0} characters"));
    }
}
