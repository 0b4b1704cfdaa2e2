namespace Press;

/// <summary>What is wrong with a template.</summary>
/// <param name="Place">The tag at which it failed.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="IsRunaway">Whether it did more than <see cref="LiquidLimits"/> allow.</param>
internal sealed record LiquidFault(LiquidPlace Place, string Message, bool IsRunaway);
