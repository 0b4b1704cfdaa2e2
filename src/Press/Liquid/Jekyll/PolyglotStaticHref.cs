using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary>
/// <c>{% static_href %}href="/a.html"{% endstatic_href %}</c> of polyglot: a link that leads where it says, whatever the page's language.
/// </summary>
/// <seealso cref="LanguageLinks"/>
internal sealed class PolyglotStaticHref(IReadOnlyList<Statement> statements) : Statement
{
    public IReadOnlyList<Statement> Statements => statements;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var html = (await LiquidCapture.OfAsync(statements, encoder, context)).Trim();
        // The links of posts are found otherwise, and nothing but them is changed.
        await writer.WriteAsync(writer is MappedWriter ? html : html.Replace("href=", LanguageLinks.Fixed, StringComparison.Ordinal));
        return Completion.Normal;
    }
}
