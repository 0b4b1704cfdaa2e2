using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary><c>{% highlight ruby %}</c>: a fenced block, which is highlighted like every other one.</summary>
/// <param name="markup">The language, and options, of which none is needed.</param>
/// <param name="statements">The code.</param>
internal sealed class JekyllHighlight(string markup, IReadOnlyList<Statement> statements) : Statement
{
    public string Markup => markup;

    public IReadOnlyList<Statement> Statements => statements;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var code = (await LiquidCapture.OfAsync(statements, NullEncoder.Default, context)).TrimStart('\n', '\r').TrimEnd();
        var language = markup.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").ToLowerInvariant();
        await writer.WriteAsync(writer is MappedWriter { LineSoFar: var line } && line.All(letter => letter is ' ' or '\t')
            ? Fenced(code, language, line)
            : Html(code, language));
        return Completion.Normal;
    }

    /// <summary>A block below the text before it, as far indented as the tag is: it may stand in a list.</summary>
    private static string Fenced(string code, string language, string indent)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        var block = new StringBuilder().Append(fence).Append(language).Append('\n');
        foreach (var line in code.Split('\n'))
            block.Append(line is "" ? "" : indent).Append(line).Append('\n');
        return block.Append(indent).Append(fence).ToString();
    }

    /// <summary>Within a line, and in layouts: one line of HTML, which no Markdown takes apart.</summary>
    private static string Html(string code, string language)
    {
        var encoder = HtmlEncoder.Default;
        var lines = code.Split('\n')
            .Select(line => encoder.Encode(line).Replace("*", "&#42;", StringComparison.Ordinal)
                .Replace("_", "&#95;", StringComparison.Ordinal));
        return $"<pre><code class=\"language-{encoder.Encode(language)}\">{string.Join("&#10;", lines)}</code></pre>";
    }

    private static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in code)
            longest = Math.Max(longest, run = letter == '`' ? run + 1 : 0);
        return longest;
    }
}
