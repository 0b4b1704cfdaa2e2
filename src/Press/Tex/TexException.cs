namespace Press;

/// <summary>Ends the conversion of a formula.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="token">Where it is.</param>
internal sealed class TexException(string message, TexToken token) : Exception(message)
{
    public TexToken Token { get; } = token;
}
