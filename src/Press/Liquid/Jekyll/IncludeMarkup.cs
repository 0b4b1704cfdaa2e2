using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>What stands in an <c>include</c> of Jekyll: a file's name without quotes, and parameters.</summary>
/// <param name="File">The name; there may be variables in it.</param>
/// <param name="Parameters">In their order.</param>
/// <seealso href="https://jekyllrb.com/docs/includes/"/>
internal sealed partial record IncludeMarkup(string File, ImmutableArray<IncludeParameter> Parameters)
{
    /// <summary>Reads it; what is no parameter is passed over.</summary>
    public static IncludeMarkup Of(string markup)
    {
        var end = EndOfFile(markup);
        return new IncludeMarkup(
            markup[..end].Trim(),
            [
                .. Parameter().Matches(markup[end..]).Select(match => match.Groups["word"] is { Success: true, Value: var word }
                    ? new IncludeParameter(match.Groups["name"].Value, word, IsVariable: true)
                    : new IncludeParameter(match.Groups["name"].Value, Unquoted(match.Groups["text"].Value), IsVariable: false)),
            ]);
    }

    /// <summary>A name ends at the first blank that stands in no variable.</summary>
    private static int EndOfFile(string markup)
    {
        var depth = 0;
        for (var place = 0; place < markup.Length; place++)
        {
            depth += markup[place] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth <= 0 && char.IsWhiteSpace(markup[place]))
                return place;
        }

        return markup.Length;
    }

    private static string Unquoted(string text) => text[1..^1].Replace($"\\{text[0]}", text[..1], StringComparison.Ordinal);

    [GeneratedRegex(
        """(?<name>[\w-]+)\s*=\s*((?<text>"([^"\\]|\\.)*"|'([^'\\]|\\.)*')|(?<word>[\w.\-\[\]"']+))""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Parameter();
}

/// <summary>A parameter of an <c>include</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A text, or the path of a variable.</param>
/// <param name="IsVariable">Which of both.</param>
internal sealed record IncludeParameter(string Name, string Value, bool IsVariable);
