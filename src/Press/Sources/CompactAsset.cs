using System.Text;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// The theme's style sheet and script as readers load them: without the comments and the indentation that are for who reads or changes
/// them. It knows how those two files are written, and is not for others.
/// </summary>
internal static partial class CompactAsset
{
    public static Source Of(Source file) => Path.GetExtension(file.Name) switch
    {
        ".css" => file with { Bytes = Encoding.UTF8.GetBytes(Style(Encoding.UTF8.GetString(file.Bytes.Span))) },
        ".js" => file with { Bytes = Encoding.UTF8.GetBytes(Script(Encoding.UTF8.GetString(file.Bytes.Span))) },
        _ => file,
    };

    private static string Style(string css) =>
        Blanks().Replace(StyleComment().Replace(css, ""), "${mark}").Replace(";}", "}", StringComparison.Ordinal);

    // Line ends stay where they may end a statement.
    private static string Script(string script)
    {
        var compact = ScriptBlanks().Replace(ScriptComment().Replace(script, "").Trim(), "${keep}") + "\n";
        return ScriptMarks().Replace(compact, "${keep}${name}${end}");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex StyleComment();

    // A blank before a colon may be a part of a selector; one after it never is.
    [GeneratedRegex(@"\s*(?<mark>[{};,])\s*|(?<=:)\s+|^\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[ \t]*(//[^\n]*)?(\n|(?=[^ \t\n/]|/[^/]))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptComment();

    // Texts and patterns stay as they are; a pattern stands only behind these signs.
    [GeneratedRegex(
        """(?<keep>"(\\.|[^"\\\n])*"|`(\\.|[^`\\])*`|(?<=[(,=]\x20?)/(\\.|\[[^\]\n]*\]|[^/\n\\])+/[a-z]*)"""
            + """|(?<=[;{,])\n|(?<![\w$])\x20+|\x20+(?![\w$])""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptBlanks();

    // One parameter needs no parentheses, and the last statement of a block no semicolon.
    [GeneratedRegex(
        """(?<keep>"(\\.|[^"\\\n])*"|`(\\.|[^`\\])*`|(?<=[(,=])/(\\.|\[[^\]\n]*\]|[^/\n\\])+/[a-z]*)"""
            + """|(?<![\w$])\((?<name>\w+)\)(?==>)|;(?<end>\})""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptMarks();
}
