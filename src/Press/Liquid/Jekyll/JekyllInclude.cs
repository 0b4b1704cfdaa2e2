using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary><c>{% include file.html name=value %}</c>: the file sees the values as <c>include.name</c>.</summary>
internal sealed class JekyllInclude(string markup) : JekyllStatement(markup)
{
    private readonly IncludeMarkup _markup = IncludeMarkup.Of(markup);

    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var file = await ExpandAsync(_markup.File, context);
#pragma warning disable FLUID001 // See IncludedTemplates.
        if (!context.Options.TemplateCache.TryGetTemplate(file, DateTimeOffset.UnixEpoch, out var template))
        {
            await MissingAsync(file, writer, context);
            return;
        }

#pragma warning restore FLUID001
        await WriteIncludedAsync(template!, _markup.Parameters, writer, encoder, context);
    }

    private async ValueTask MissingAsync(string file, TextWriter writer, TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        if (!budget.KeepsMissing)
            throw new FileNotFoundException(file);
        budget.Notes.Add(new LiquidNote(
            DiagnosticRules.LiquidAsText,
            budget.Place,
            Markup,
            $"it includes '{file}', which does not exist in {SourceName.IncludesFolder}, so it stays text"));
        await writer.WriteAsync($"{{% {JekyllTags.Include} {Markup} %}}");
    }
}
