using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Press;

/// <summary>A line of YAML whose value has to be put in quotes.</summary>
/// <param name="Key">The key of the value; null for an item of a list.</param>
/// <param name="Reason">Why YAML cannot read it as it is, without a full stop.</param>
/// <param name="Line">The line as it should be.</param>
internal sealed partial record UnquotedValue(string? Key, string Reason, string Line)
{
    /// <summary>Where the value stands in the text; null if only one line was looked at.</summary>
    public TextPosition? Place { get; private init; }

    // The scanner may notice only some lines later that a value is not what it seemed.
    private const int MaxLinesBefore = 5;

    /// <summary>What to do, as a sentence.</summary>
    public string Advice => $"Put the {Key ?? "value"} in quotes: {Line}.";

    /// <summary>Finds the line near a fault that can be read with its value in quotes, and not without; null if there is none.</summary>
    /// <param name="yaml">The whole text.</param>
    /// <param name="line">The line of the fault in it, from 1.</param>
    public static UnquotedValue? Find(string yaml, int line)
    {
        var lines = yaml.Split('\n');
        for (var candidate = Math.Min(line, lines.Length); candidate >= Math.Max(1, line - MaxLinesBefore); candidate--)
        {
            var written = lines[candidate - 1];
            if (!CanBeRead(written.Trim()) && Of(written) is { } unquoted && CanBeRead(unquoted.Line))
                return unquoted with { Place = new TextPosition(candidate, KeyAndValue().Match(written).Groups["value"].Index + 1) };
        }

        return null;
    }

    /// <summary>A line with its value in quotes; null if it has no value, or one that quotes would not make right.</summary>
    public static UnquotedValue? Of(string line)
    {
        if (KeyAndValue().Match(line) is not { Success: true } match)
            return null;

        var (head, value) = (match.Groups["head"].Value, match.Groups["value"].Value);
        var key = match.Groups["key"].Success ? match.Groups["key"].Value : null;
        if (value is ['[', ..] && HashInList().IsMatch(value))
            return new UnquotedValue(key, "'#' begins a comment here, so the list is never closed", head + HashItem()
                .Replace(value, item => Quote(item.Value)));
        // Such a value is not closed, or it is closed and something in it is wrong: quotes around it would hide that.
        return (value is ['"' or '\'', ..] && value.IndexOf(value[0], 1) is var end && (end < 0 || end == value.Length - 1))
            || (value[0] == '[' && !value.Contains(']')) || (value[0] == '{' && !value.Contains('}'))
            ? null
            : new UnquotedValue(key, ReasonOf(value), head + Quote(value));
    }

    /// <summary>A text in the quotes that leave it as it is.</summary>
    public static string Quote(string text) =>
        text.AsSpan().ContainsAny('"', '\\') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{text}\"";

    private static string ReasonOf(string value) => value[0] switch
    {
        '[' => "the value begins with a bracket, which opens a list",
        '{' => "the value begins with a brace, which opens a mapping",
        '"' or '\'' => "words follow behind the closing quote",
        '*' or '&' or '!' or '@' or '%' or '`' or '|' or '>' or '-' or '?' or ',' or ']' or '}' or '#' =>
            $"a value may not begin with '{value[0]}'",
        _ => "a second colon stands in this value",
    };

    private static bool CanBeRead(string line)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(line), skipComments: true));
            while (parser.MoveNext())
            {
            }

            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    [GeneratedRegex("""^\s*(?<head>(-\s+)*((?<key>[^\s:#'"\[\]{},-][^:#]*?)\s*:\s+)?)(?<value>\S.*?)\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(@"[\[,]\s*#", RegexOptions.CultureInvariant)]
    private static partial Regex HashInList();

    [GeneratedRegex(@"(?<=[\[,]\s*)#[^,\]]*[^,\]\s]", RegexOptions.CultureInvariant)]
    private static partial Regex HashItem();
}
