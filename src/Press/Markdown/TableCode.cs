using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>In a table, <c>\|</c> is a bar also within code, as GitHub's specification says.</summary>
/// <seealso href="https://github.github.com/gfm/#example-200"/>
internal static class TableCode
{
    public static void Unescape(MarkdownDocument document)
    {
        foreach (var table in document.Blocks<Table>())
        {
            foreach (var code in table.Spans<CodeInline>())
            {
                if (code.ContentSpan.Contains("\\|", StringComparison.Ordinal))
                    code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
            }
        }
    }
}
