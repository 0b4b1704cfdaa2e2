using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// TeX that a script shows in the browser comes to HTML behind the sanitiser's back: commands of MathJax and KaTeX make links, classes,
/// ids and styles of their own. Each is put into <c>code</c>, which no renderer looks into, so that its formula stays text. What a
/// <c>\def</c> or <c>\let</c> hides a command behind holds its name too, and <c>\csname</c> is one of them.
/// </summary>
/// <seealso href="https://docs.mathjax.org/en/latest/options/safe.html"/>
/// <seealso href="https://katex.org/docs/security.html"/>
internal static partial class TexCommands
{
    private static readonly FrozenSet<string> Unsafe = FrozenSet.Create(
        StringComparer.Ordinal,
        "bbox", "catcode", "class", "csname", "cssId", "data", "href", "htmlClass", "htmlData", "htmlId", "htmlStyle", "include",
        "includegraphics", "input", "mmlToken", "require", "special", "style", "url");

    /// <summary>HTML in which no unsafe command reaches a renderer. Done twice, it is the same.</summary>
    /// <param name="html">Well-formed; of a body or a whole page.</param>
    /// <param name="taken">The commands that were there, each once, as they come.</param>
    public static string Disarm(string html, out IReadOnlyList<string> taken)
    {
        var found = new List<string>();
        taken = found;
        return html.Contains('\\', StringComparison.Ordinal) ? Part().Replace(html, Disarmed) : html;

        string Disarmed(Match match)
        {
            if (!match.Groups["name"].Success)
                return match.Value;
            // Renderers read across these two: \hr<wbr>ef is \href to them.
            var name = Unseen().Replace(match.Groups["name"].Value, "");
            if (!Unsafe.Contains(name))
                return match.Value;
            if (!found.Contains(name))
                found.Add(name);
            return $"<code>\\{name}</code>";
        }
    }

    /// <summary>Tells an author once what was taken out.</summary>
    /// <param name="commands">What <see cref="Disarm"/> took.</param>
    /// <param name="markdown">The body.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="diagnostics">Takes the warning.</param>
    public static void Warn(IReadOnlyList<string> commands, string markdown, int firstLine, DiagnosticBag diagnostics)
    {
        if (commands is [])
            return;
        var place = Math.Max(0, markdown.IndexOf("\\" + commands[0], StringComparison.Ordinal));
        var line = markdown.AsSpan(0, place).Count('\n');
        var column = place - (markdown.AsSpan(0, place).LastIndexOf('\n') + 1);
        diagnostics.Add(
            DiagnosticRules.UnsafeTex,
            new TextPosition(firstLine + line, column + 1),
            $"the formula stays text: {string.Join(", ", commands.Select(command => "\\" + command))} "
            + "could lead elsewhere or cover the page. "
            + "Write the link or the style in Markdown, outside of the formula.");
    }

    [GeneratedRegex(
        """
        <(?<raw>script|style|title|textarea|noscript|pre|code)\b[^>]*>.*?</\k<raw>\s*>
        |<!--.*?-->
        |<[a-zA-Z/!][^>"]*(?:"[^"]*"[^>"]*)*>
        |\\(?<name>(?:[A-Za-z]|<wbr\s*/?>|<!--.*?-->)+)
        """,
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Part();

    [GeneratedRegex("<.*?>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Unseen();
}
