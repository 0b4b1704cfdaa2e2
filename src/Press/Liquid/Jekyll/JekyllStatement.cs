using System.Collections.Immutable;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Press;

/// <summary>A tag of Jekyll's whose markup is read by itself.</summary>
/// <param name="markup">What stands behind the tag's name.</param>
internal abstract class JekyllStatement(string markup) : Statement
{
    private const string IncludeVariable = "include";

    protected string Markup => markup;

    /// <summary>A text of the markup with the values of the variables in it.</summary>
    protected static async ValueTask<string> ExpandAsync(string text, TemplateContext context)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
            return text;
        var budget = LiquidBudget.Of(context);
        var place = budget.Place;
        budget.Charge(text.Length);
        var template = LiquidTemplate.ParsePart(text, place) ?? throw new FluidException($"'{text}' cannot be read");
        await using var written = new LiquidWriter(budget);
        await template.RenderAsync(written, NullEncoder.Default, context);
        budget.Place = place;
        return written.ToString();
    }

    /// <summary>The value of a variable by its path.</summary>
    protected static ValueTask<FluidValue> EvaluateAsync(string path, TemplateContext context) =>
        LiquidExpression.Parse(LaxMarkup.Value(path), context).EvaluateAsync(context);

    /// <summary>Writes a file that is included. It sees the parameters as <c>include.name</c>.</summary>
    protected static async ValueTask WriteIncludedAsync(
        IFluidTemplate template,
        ImmutableArray<IncludeParameter> parameters,
        TextWriter writer,
        TextEncoder encoder,
        TemplateContext context)
    {
        var outer = context.GetValue(IncludeVariable);
        // Without parameters it goes on seeing those of the file around it.
        if (parameters is not [])
        {
            var values = new Dictionary<string, FluidValue>(StringComparer.Ordinal);
            foreach (var parameter in parameters)
                values[parameter.Name] = parameter.IsVariable
                    ? await EvaluateAsync(parameter.Value, context)
                    : new StringValue(parameter.Value, encode: false);
            context.SetValue(IncludeVariable, FluidValue.Create(values, context.Options));
        }

        var statements = ((IStatementList)template).Statements;
        for (var (place, completion) = (0, Completion.Normal); place < statements.Count && completion == Completion.Normal; place++)
            completion = await statements[place].WriteToAsync(writer, encoder, context);
        context.SetValue(IncludeVariable, outer);
    }

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        context.IncrementSteps();
        await WriteAsync(writer, encoder, context);
        return Completion.Normal;
    }

    protected abstract ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context);
}
