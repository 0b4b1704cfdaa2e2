namespace Press.Tests.Engine;

/// <summary>A machine's clock, which may be wrong and is set right again by a jump, forwards or back.</summary>
internal sealed class MachineClock(TimeProvider right) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Offset;
}
