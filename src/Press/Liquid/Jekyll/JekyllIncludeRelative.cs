using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary>
/// <c>{% include_relative part.md name=value %}</c>, a file beside the post. A post is made of itself and of the site's look, so that it
/// changes with no other post's files: the tag stays text, and its author is told where the file belongs.
/// </summary>
/// <seealso href="https://jekyllrb.com/docs/includes/#including-files-relative-to-another-file"/>
internal sealed class JekyllIncludeRelative(string markup) : JekyllStatement(markup)
{
    private readonly IncludeMarkup _markup = IncludeMarkup.Of(markup);

    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var file = await ExpandAsync(_markup.File, context);
        var name = file[(file.LastIndexOf('/') + 1)..];
        var message = $"'{JekyllTags.IncludeRelative}' reads no files beside a post. Move '{file}' to {Layouts.IncludesFolder} and write "
            + $"{{% {JekyllTags.Include} {name} %}}";
        var budget = LiquidBudget.Of(context);
        if (!budget.KeepsMissing)
            throw new FluidException(message);
        budget.Notes.Add(new LiquidNote(DiagnosticRules.LiquidAsText, budget.Place, Markup, message));
        await writer.WriteAsync($"{{% {JekyllTags.IncludeRelative} {Markup} %}}");
    }
}
