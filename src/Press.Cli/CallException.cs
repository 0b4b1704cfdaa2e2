namespace Press.Cli;

/// <summary>The call cannot be carried out, for a reason that its caller can remove.</summary>
/// <param name="message">What is wrong and what would be right, in one line.</param>
internal sealed class CallException(string message) : Exception(message);
