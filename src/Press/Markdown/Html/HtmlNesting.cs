namespace Press;

/// <summary>How deep raw HTML is in the element with which its block began.</summary>
internal sealed class HtmlNesting(string name)
{
    /// <summary>How many elements of that name are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Counts the tags of one line more.</summary>
    public void Read(ReadOnlySpan<char> line)
    {
        if (HtmlElements.Voids.Contains(name))
            return;
        while (line.IndexOf('<') is >= 0 and var start)
        {
            line = line[(start + 1)..];
            var isEnd = line is ['/', ..];
            var tag = isEnd ? line[1..] : line;
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (tag.Length == name.Length || tag[name.Length] is ' ' or '\t' or '>' or '/'))
                Depth += isEnd ? -1 : IsClosed(tag) ? 0 : 1;
        }
    }

    private static bool IsClosed(ReadOnlySpan<char> tag) => tag.IndexOf('>') is > 0 and var end && tag[end - 1] == '/';
}
