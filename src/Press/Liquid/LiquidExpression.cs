using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>An expression that stands in a text: a condition, or a value with filters.</summary>
internal sealed class LiquidExpression
{
    private const string Variable = "press_value";

    private readonly IFluidTemplate _assignment;

    private LiquidExpression(IFluidTemplate assignment) => _assignment = assignment;

    /// <summary>Parses it, within the bounds of the template in which it stands.</summary>
    /// <exception cref="FluidException">It is none.</exception>
    public static LiquidExpression Parse(string text, TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        budget.Charge(text.Length);
        return new LiquidExpression(LiquidTemplate.ParsePart($"{{% assign {Variable} = {text} %}}", budget.Place)
            ?? throw new FluidException($"'{text}' is no expression"));
    }

    /// <summary>Its value now.</summary>
    public async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        var place = budget.Place;
        await using var nothing = new LiquidWriter(budget);
        await _assignment.RenderAsync(nothing, NullEncoder.Default, context);
        budget.Place = place;
        return context.GetValue(Variable);
    }
}
