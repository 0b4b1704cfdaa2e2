using System.Collections.Immutable;

namespace Press;

/// <summary>A tag of HTML in the strict writing that <see cref="StrictHtml"/> reads.</summary>
/// <param name="Name">The element, in lower case.</param>
/// <param name="Start">Where its <c>&lt;</c> stands.</param>
/// <param name="End">Behind its <c>&gt;</c>.</param>
/// <param name="Kind">Whether it begins or ends an element.</param>
/// <param name="Attributes">As they were written, no name twice; empty for an end tag.</param>
internal sealed record StrictTag(string Name, int Start, int End, StrictTagKind Kind, ImmutableArray<StrictAttribute> Attributes)
{
    /// <summary>The value of an attribute; null if there is none.</summary>
    public string? ValueOf(string attribute)
    {
        foreach (var (name, value) in Attributes)
        {
            if (name == attribute)
                return value;
        }

        return null;
    }
}

/// <summary>An attribute.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">Without entities; empty if none was written.</param>
internal readonly record struct StrictAttribute(string Name, string Value);

/// <summary>What a tag does.</summary>
internal enum StrictTagKind
{
    Start,
    End,

    /// <summary>A start tag that ends in <c>/&gt;</c>.</summary>
    SelfClosing,
}
