using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary>
/// <c>{% static_href %}href="/a.html"{% endstatic_href %}</c> of polyglot: a link that leads where it says, whatever the page's language.
/// </summary>
internal sealed class PolyglotStaticHref(IReadOnlyList<Statement> statements) : Statement
{
    /// <summary>What stands for <c>href=</c> in a link that stays as it is, until the links of the page lead to its language.</summary>
    public const string Fixed = "ferh=";

    public IReadOnlyList<Statement> Statements => statements;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var html = (await LiquidCapture.OfAsync(statements, encoder, context)).Trim();
        // The links of posts are found otherwise, and nothing but them is changed.
        await writer.WriteAsync(writer is MappedWriter ? html : html.Replace("href=", Fixed, StringComparison.Ordinal));
        return Completion.Normal;
    }
}
