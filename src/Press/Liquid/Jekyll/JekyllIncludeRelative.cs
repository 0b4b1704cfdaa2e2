using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary>
/// <c>{% include_relative part.md name=value %}</c>: a file in the folder of the post, or below it. What is missing stays text.
/// </summary>
/// <seealso href="https://jekyllrb.com/docs/includes/#including-files-relative-to-another-file"/>
internal sealed class JekyllIncludeRelative(string markup) : JekyllStatement(markup)
{
    private readonly IncludeMarkup _markup = IncludeMarkup.Of(markup);

    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var name = await ExpandAsync(_markup.File, context);
        var budget = LiquidBudget.Of(context);
        if (budget.Parts is not { } parts)
            throw new FluidException(
                $"'{JekyllTags.IncludeRelative}' is for posts and pages. Put '{name}' in {SourceName.IncludesFolder} and write "
                    + $"{{% {JekyllTags.Include} {name} %}}");
        switch (parts.Find(name, budget))
        {
            case PartTemplate.Found(var template):
                await WriteIncludedAsync(template, _markup.Parameters, writer, encoder, context);
                break;
            case PartTemplate.Missing(var reason):
                budget.Notes.Add(new LiquidNote(DiagnosticRules.NoPart, budget.Place, Markup, $"{reason}, so the tag stays text"));
                await writer.WriteAsync($"{{% {JekyllTags.IncludeRelative} {Markup} %}}");
                break;
        }
    }
}
