using System.Collections.Immutable;

namespace Press;

/// <summary>
/// A template of a Jekyll site, written so that the parser takes all of it: what Liquid's lax mode reads is strict, and what is no
/// Liquid (an unknown tag, an opening without its end) is text. Every line stays where it is.
/// </summary>
/// <param name="Text">The template.</param>
/// <param name="Faults">What is text though it looks like Liquid, in the order of the template.</param>
internal sealed record LiquidSource(string Text, ImmutableArray<LiquidSourceFault> Faults)
{
    /// <summary>Prepares a template.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="isValid">Whether the parser takes a piece of a template.</param>
    public static LiquidSource Of(string text, Func<string, bool> isValid) => new LiquidSourceWriter(text, isValid).Write();
}

/// <summary>What is wrong with a template.</summary>
/// <param name="Offset">Its place in the template.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
internal sealed record LiquidSourceFault(int Offset, string Message);
