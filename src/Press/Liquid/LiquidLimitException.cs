namespace Press;

/// <summary>A template does more than <see cref="LiquidLimits"/> allow.</summary>
/// <param name="message">What it does, and how much is allowed.</param>
internal sealed class LiquidLimitException(string message) : Exception(message);
