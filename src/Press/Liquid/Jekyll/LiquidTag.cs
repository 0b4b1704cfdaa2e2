namespace Press;

/// <summary>A tag as it is written.</summary>
/// <param name="Written">All of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Markup">What follows the name.</param>
internal sealed record LiquidTag(string Written, string Name, string Markup)
{
    private string Opening => Written.StartsWith("{%-", StringComparison.Ordinal) ? "{%-" : "{%";

    private string Closing => Written.EndsWith("-%}", StringComparison.Ordinal) ? "-%}" : "%}";

    /// <summary>The tag; null if it has no name.</summary>
    /// <param name="written">From <c>{%</c> to <c>%}</c>.</param>
    public static LiquidTag? Of(string written)
    {
        if (written.Length < 4)
            return null;
        var inner = written.AsSpan(2, written.Length - 4);
        inner = inner is ['-', ..] ? inner[1..] : inner;
        inner = (inner is [.., '-'] ? inner[..^1] : inner).TrimStart();
        var length = inner is ['#', ..] ? 1 : 0;
        while (length < inner.Length && inner[0] != '#' && (char.IsAsciiLetterOrDigit(inner[length]) || inner[length] == '_'))
            length++;
        return length == 0 ? null : new LiquidTag(written, inner[..length].ToString(), inner[length..].Trim().ToString());
    }

    /// <summary>The tag with other markup.</summary>
    public string With(string markup) => markup is "" ? $"{Opening} {Name} {Closing}" : $"{Opening} {Name} {markup} {Closing}";
}
