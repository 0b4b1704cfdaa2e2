using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary><c>{% seo %}</c> and <c>{% feed_meta %}</c>: what Press's own head has.</summary>
/// <param name="files">The theme's includes that print it.</param>
internal sealed class JekyllTheme(params string[] files) : Statement
{
    private readonly Statement[] _includes = [.. files.Select(file => new JekyllInclude(file))];

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        foreach (var include in _includes)
            await include.WriteToAsync(writer, encoder, context);
        return Completion.Normal;
    }
}
