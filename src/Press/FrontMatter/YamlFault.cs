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

    public static string Explain(YamlException fault)
    {
        var said = (fault.InnerException as YamlException ?? fault).Message;
        var advice = said switch
        {
            _ when said.Contains("cannot start any token", StringComparison.Ordinal) => "A value may not begin with this character (a tab, '@' or '`', say). Indent with spaces, and put the value in quotes.",
            _ when said.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase) => "There is a second colon on the line. Put the value in quotes: title: \"One: two\".",
            _ when said.Contains("could not find expected ':'", StringComparison.Ordinal) => "There is no colon after the key. Write 'key: value'.",
            _ when said.Contains("block mapping", StringComparison.Ordinal) => "The line is not indented like the ones before it, or a quote is not closed above. Begin every key in the first column.",
            _ when said.Contains("flow sequence", StringComparison.Ordinal) => "A list is not closed. Write [a, b].",
            _ when said.Contains("quoted scalar", StringComparison.Ordinal) => "A quote is not closed. Write the same quote at the end of the value.",
            _ => "Put the value in quotes, or look at the line before.",
        };
        return $"{said.TrimEnd('.')}. {advice}";
    }
}
