namespace Press;

/// <summary>What the author of a template should know of it, though it does not fail.</summary>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Place">The tag.</param>
/// <param name="Word">The word in the tag's line.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
internal sealed record LiquidNote(DiagnosticRule Rule, LiquidPlace Place, string Word, string Message);
