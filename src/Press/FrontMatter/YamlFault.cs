using YamlDotNet.Core;

namespace Press;

/// <summary>Says in an author's words what YamlDotNet's scanner says in its own.</summary>
internal static class YamlFault
{
    /// <summary>The first tab in the indentation of a line; null if there is none.</summary>
    public static TextPosition? FindTab(string yaml)
    {
        var lines = yaml.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            var indentation = lines[line].AsSpan(0, lines[line].Length - lines[line].AsSpan().TrimStart().Length);
            if (indentation.IndexOf('\t') is var column and >= 0)
                return new TextPosition(line + 1, column + 1);
        }

        return null;
    }

    /// <summary>What is wrong and what to write, as a sentence each.</summary>
    /// <param name="fault">What the scanner says.</param>
    /// <param name="unquoted">The line that has to be put in quotes; null if quotes are not what is missing.</param>
    public static string Explain(YamlException fault, UnquotedValue? unquoted)
    {
        if (unquoted is not null)
            return $"{unquoted.Reason}. {unquoted.Advice}";

        var said = (fault.InnerException as YamlException ?? fault).Message;
        foreach (var (part, words) in Words)
        {
            if (said.Contains(part, StringComparison.Ordinal))
                return words;
        }

        return $"{said.TrimEnd('.')}. Put the value in quotes, or look at the line before.";
    }

    // By what YamlDotNet says; the first that fits.
    private static readonly (string Part, string Words)[] Words =
    [
        ("found invalid mapping",
            "a second colon stands in this value, or the line before goes on here. "
                + "Put the value in quotes: title: \"One: two\"."),
        ("unknown escape character", "no such escape follows a backslash. Write two backslashes, or put the value in single quotes."),
        ("quoted scalar", "a quote is opened here and never closed. Write the same quote at the end of the value."),
        ("flow sequence", "a list is not closed before this. Write [a, b]."),
        ("flow mapping", "a brace is not closed before this. Write {a: b}."),
        ("cannot start any token", "a value may not begin with this character. Put the value in quotes."),
        ("block collection", "a key stands among the items of a list. Begin the file with keys, and indent a list below its key."),
        ("did not find expected key",
            "a key and a colon should stand here. "
                + "Write 'key: value', every key in the first column, "
                + "with a blank after the colon and both quotes around a quoted value."),
    ];
}
