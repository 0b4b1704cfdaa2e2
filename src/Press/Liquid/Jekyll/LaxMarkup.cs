using System.Buffers;
using System.Text;

namespace Press;

/// <summary>
/// Writes what Liquid reads in its lax mode, which is Jekyll's, as strict Liquid: the first value of an expression counts, and what
/// cannot be read behind it is passed over.
/// </summary>
/// <seealso href="https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/variable.rb"/>
internal static class LaxMarkup
{
    private const string Nothing = "nil";

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.");

    /// <summary>What stands in an output: a value and its filters.</summary>
    public static string Output(string markup)
    {
        var parts = Split(markup, '|');
        var fragments = Fragments(parts[0]);
        var written = new StringBuilder(fragments is [] ? Nothing : Value(fragments[0]));
        foreach (var filter in parts.Skip(1))
            AppendFilter(written, filter);
        return written.ToString();
    }

    /// <summary>A condition of <c>if</c>, <c>unless</c> and <c>elsif</c>; null if it is none.</summary>
    public static string? Condition(string markup)
    {
        var written = new StringBuilder();
        var fragments = Fragments(markup);
        for (var place = 0; place < fragments.Count;)
        {
            if (place > 0)
            {
                if (fragments[place] is not ("and" or "or"))
                {
                    // What is behind a comparison is passed over up to the next word that goes on with another.
                    place++;
                    continue;
                }

                written.Append(' ').Append(fragments[place++]).Append(' ');
                if (place == fragments.Count)
                    return null;
            }

            written.Append(Value(fragments[place++]));
            if (place + 1 < fragments.Count && fragments[place] is "==" or "!=" or "<>" or "<" or ">" or "<=" or ">=" or "contains")
            {
                written.Append(' ').Append(fragments[place]).Append(' ').Append(Value(fragments[place + 1]));
                place += 2;
            }
        }

        return written.Length == 0 ? null : written.ToString();
    }

    /// <summary>A loop: a name, <c>in</c>, a list, and what limits it; null if it is none.</summary>
    public static string? Loop(string markup)
    {
        var fragments = Fragments(markup.Replace(":", ": ", StringComparison.Ordinal));
        if (fragments.Count < 3 || fragments[1] != "in" || !fragments[0].All(IsOfSegment))
            return null;
        var written = new StringBuilder($"{fragments[0]} in {Value(fragments[2])}");
        for (var place = 3; place < fragments.Count; place++)
        {
            if (fragments[place] == "reversed")
                written.Append(" reversed");
            else if (fragments[place] is "limit:" or "offset:" && place + 1 < fragments.Count)
                written.Append(' ').Append(fragments[place]).Append(Value(fragments[++place]));
        }

        return written.ToString();
    }

    /// <summary>An assignment; null if it is none.</summary>
    public static string? Assignment(string markup)
    {
        var equals = markup.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : markup[..equals].Trim();
        return name is not "" && name.All(IsOfSegment) ? $"{name} = {Output(markup[(equals + 1)..])}" : null;
    }

    /// <summary>The values that <c>when</c> compares with.</summary>
    public static string Values(string markup) =>
        string.Join(", ", Fragments(markup).Where(fragment => fragment != "or").Select(Value).DefaultIfEmpty(Nothing));

    /// <summary>A value: a text, a number, a range, a word, or the path of a variable.</summary>
    public static string Value(string fragment)
    {
        if (fragment is ['"', .., '"'] or ['\'', .., '\''] && fragment.Length > 1 && fragment[1..^1].IndexOf(fragment[0]) < 0)
            return fragment;
        if (fragment is "nil" or "null" or "true" or "false" or "blank" or "empty" || IsNumber(fragment) || IsRange(fragment))
            return fragment;
        var written = new StringBuilder();
        foreach (var segment in Segments(fragment))
            AppendSegment(written, segment);
        return written.Length == 0 ? Nothing : written.ToString();
    }

    private static void AppendSegment(StringBuilder written, string segment)
    {
        if (segment[0] == '[')
            written.Append('[').Append(Value(segment[1..^1])).Append(']');
        else if (char.IsAsciiLetter(segment[0]) || segment[0] == '_')
            written.Append(written.Length == 0 ? "" : ".").Append(segment);
        else
            written.Append("[\"").Append(segment).Append("\"]");
    }

    private static void AppendFilter(StringBuilder written, string markup)
    {
        var name = new string([.. markup.SkipWhile(letter => !IsOfName(letter)).TakeWhile(IsOfName)]);
        if (name is "" || char.IsAsciiDigit(name[0]))
            return;
        var colon = markup.IndexOf(':', StringComparison.Ordinal);
        var arguments = colon < 0
            ? []
            : Split(markup[(colon + 1)..], ',').Select(Fragments).Where(fragments => fragments is not []).Select(Argument).ToList();
        written.Append(" | ").Append(name).Append(arguments is [] ? "" : ": ").AppendJoin(", ", arguments);
    }

    private static string Argument(List<string> fragments) =>
        fragments[0] is [.., ':'] && fragments.Count > 1 && fragments[0][..^1].All(IsOfName)
            ? $"{fragments[0]} {Value(fragments[1])}"
            : Value(fragments[0]);

    /// <summary>Values as the library's <c>QuotedFragment</c> finds them: quoted text, and runs without blanks, commas and bars.</summary>
    private static List<string> Fragments(string markup)
    {
        var found = new List<string>();
        for (var place = 0; place < markup.Length;)
        {
            var start = place;
            while (place < markup.Length && EndOf(markup, place) is var end && end > place)
                place = end;
            if (place > start)
                found.Add(markup[start..place]);
            else
                place++;
        }

        return found;
    }

    /// <summary>The place behind a letter of a fragment, or behind a quoted text; the same place if there is neither.</summary>
    private static int EndOf(string markup, int place)
    {
        if (markup[place] is not ('"' or '\''))
            return char.IsWhiteSpace(markup[place]) || markup[place] is ',' or '|' ? place : place + 1;
        var close = markup.IndexOf(markup[place], place + 1);
        return close < 0 ? place : close + 1;
    }

    private static List<string> Split(string markup, char separator)
    {
        var (parts, start, quote) = (new List<string>(), 0, '\0');
        for (var place = 0; place < markup.Length; place++)
        {
            if (quote != '\0')
                quote = markup[place] == quote ? '\0' : quote;
            else if (markup[place] is '"' or '\'')
                quote = markup[place];
            else if (markup[place] == separator)
            {
                parts.Add(markup[start..place]);
                start = place + 1;
            }
        }

        parts.Add(markup[start..]);
        return parts;
    }

    private static IEnumerable<string> Segments(string fragment)
    {
        var lastClose = fragment.LastIndexOf(']');
        for (var place = 0; place < fragment.Length;)
        {
            var close = fragment[place] == '[' && place < lastClose ? fragment.IndexOf(']', place) : -1;
            var end = place;
            if (close > place + 1)
                end = close + 1;
            else
                while (end < fragment.Length && IsOfSegment(fragment[end]))
                    end++;
            if (end > place)
                yield return fragment[place..end];
            place = Math.Max(end, place + 1);
        }
    }

    private static bool IsNumber(string fragment) =>
        fragment.AsSpan().TrimStart('-') is var digits && !digits.IsEmpty && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
        && !digits.ContainsAnyExcept(OfNumbers) && digits.Count('.') <= 1 && fragment.Length - digits.Length <= 1;

    private static bool IsRange(string fragment) =>
        fragment is ['(', .., ')'] && fragment[1..^1].Split("..") is [var from, var to]
        && IsEnd(from) && IsEnd(to);

    private static bool IsEnd(string text) =>
        IsNumber(text) || (text is not "" && char.IsAsciiLetter(text[0]) && text.All(letter => IsOfSegment(letter) || letter == '.'));

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static bool IsOfSegment(char letter) => IsOfName(letter) || letter == '-';
}
