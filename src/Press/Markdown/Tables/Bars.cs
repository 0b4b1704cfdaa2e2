namespace Press;

/// <summary>
/// Finds the bars of a line that part cells. None does that is escaped, or within code, math, a tag, or the text of a link. Each
/// sign is looked at a bounded number of times.
/// </summary>
internal static class Bars
{
    private const string CodeEnd = "</code>";

    /// <summary>The places of the bars, ascending.</summary>
    public static List<int> Of(ReadOnlySpan<char> line)
    {
        var bars = new List<int>();
        if (!line.Contains('|'))
            return bars;
        // For each bracket that is open, how many bars were before it.
        var brackets = new Stack<int>();
        var noRun = new HashSet<int>();
        for (var place = 0; place < line.Length; place++)
        {
            switch (line[place])
            {
                case '|':
                    bars.Add(place);
                    break;
                case '\\':
                    place++;
                    break;
                case '`':
                    place += LengthOfCode(line[place..], noRun) - 1;
                    break;
                case '$':
                    place += Math.Max(1, InlineMathParser.LengthAt(line[place..], place > 0 ? line[place - 1] : '\0')) - 1;
                    break;
                case '<':
                    place += LengthOfTag(line[place..]) - 1;
                    break;
                case '[':
                    brackets.Push(bars.Count);
                    break;
                case ']' when brackets.TryPop(out var before) && place + 1 < line.Length && line[place + 1] is '(' or '[':
                    bars.RemoveRange(before, bars.Count - before);
                    break;
            }
        }

        return bars;
    }

    /// <summary>The length of code in backticks; that of the backticks alone if it has no end.</summary>
    /// <param name="text">It begins with a backtick.</param>
    /// <param name="noRun">The lengths of runs that do not come again in this line.</param>
    private static int LengthOfCode(ReadOnlySpan<char> text, HashSet<int> noRun)
    {
        var run = RunAt(text, 0);
        if (noRun.Contains(run))
            return run;
        for (var place = run; place < text.Length;)
        {
            var next = text[place..].IndexOf('`');
            if (next < 0)
                break;
            place += next;
            var length = RunAt(text, place);
            place += length;
            if (length == run)
                return place;
        }

        noRun.Add(run);
        return run;
    }

    private static int RunAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - start;
    }

    private static int LengthOfTag(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<code", StringComparison.OrdinalIgnoreCase)
            && text.IndexOf(CodeEnd, StringComparison.OrdinalIgnoreCase) is > 0 and var code)
            return code + CodeEnd.Length;
        // The next bracket of either kind: a < that is no tag costs what is before the next one.
        return text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] == '/') && text[1..].IndexOfAny('<', '>') is > 0 and var end
            && text[end + 1] == '>'
            ? end + 2
            : 1;
    }
}
