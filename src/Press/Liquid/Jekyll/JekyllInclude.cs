using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Press;

/// <summary><c>{% include file.html name=value %}</c>: the file sees the values as <c>include.name</c>.</summary>
internal sealed class JekyllInclude(string markup) : JekyllStatement(markup)
{
    private const string Variable = "include";

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

        var outer = context.GetValue(Variable);
        // Without parameters it goes on seeing those of the file around it.
        if (_markup.Parameters is not [])
        {
            var values = new Dictionary<string, FluidValue>(StringComparer.Ordinal);
            foreach (var parameter in _markup.Parameters)
                values[parameter.Name] = parameter.IsVariable
                    ? await EvaluateAsync(parameter.Value, context)
                    : new StringValue(parameter.Value, encode: false);
            context.SetValue(Variable, FluidValue.Create(values, context.Options));
        }

        var statements = ((IStatementList)template!).Statements;
        for (var (place, completion) = (0, Completion.Normal); place < statements.Count && completion == Completion.Normal; place++)
            completion = await statements[place].WriteToAsync(writer, encoder, context);
        context.SetValue(Variable, outer);
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
            $"it includes '{file}', which does not exist in {Layouts.IncludesFolder}, so it stays text"));
        await writer.WriteAsync($"{{% {Variable} {Markup} %}}");
    }
}
