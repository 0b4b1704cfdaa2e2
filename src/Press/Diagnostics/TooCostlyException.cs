namespace Press;

/// <summary>
/// Ends the rendering of a source that would cost too much, from any depth; <see cref="PostMarkdown"/> makes a diagnostic of it.
/// </summary>
/// <param name="message">What is too much, and what to write instead.</param>
internal sealed class TooCostlyException(string message) : Exception(message);
