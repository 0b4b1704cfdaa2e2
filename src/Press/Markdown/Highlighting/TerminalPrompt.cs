namespace Press;

/// <summary>What a terminal shows before a command.</summary>
internal static class TerminalPrompt
{
    /// <summary>Longer ones are output.</summary>
    public const int MaxLength = 80;

    /// <summary>Whether a line of a text begins with one; else it is a script, whatever it was called.</summary>
    public static bool IsIn(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // A # begins a comment in a script.
            if (LengthAt(line) > 0 && line[0] != '#')
                return true;
        }

        return false;
    }

    /// <summary>The length of the prompt that a line begins with, blank included; 0 if it begins with none.</summary>
    /// <remarks><c>$ </c>, <c>% </c>, <c># </c>, <c>> </c>, <c>me@host:~$ </c>, <c>PS C:\> </c>, <c>C:\></c>.</remarks>
    public static int LengthAt(ReadOnlySpan<char> line)
    {
        var start = line[..Math.Min(line.Length, MaxLength)];
        var end = start.IndexOfAny("$%#>");
        if (end < 0 || (end + 1 < start.Length && start[end + 1] != ' ' && start[end] != '>'))
            return 0;
        var before = start[..end];
        var isPrompt = before is "" || before.StartsWith("PS ") || (before.Length > 2 && before[1] == ':' && before[2] == '\\')
            || (before.Contains('@') && before.IndexOfAny(" \t") < 0);
        if (!isPrompt)
            return 0;
        return end + 1 < start.Length && start[end + 1] == ' ' ? end + 2 : end + 1;
    }
}
