using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Filters that evaluate an expression for each element.</summary>
internal static class ExpressionFilters
{
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("where_exp", async (input, arguments, context) => await EvaluateAsync(input, arguments, context) is { } results
            ? new ArrayValue([.. results.Where(result => result.Value.ToBooleanValue()).Select(result => result.Item)]) : input);
        filters.AddFilter("find_exp", async (input, arguments, context) => await EvaluateAsync(input, arguments, context) is { } results
            ? results.FirstOrDefault(result => result.Value.ToBooleanValue()).Item ?? NilValue.Instance : input);
        filters.AddFilter("group_by_exp", async (input, arguments, context) => await EvaluateAsync(input, arguments, context) is { } results
            ? ListFilters.ToGroups(results) : input);
    }

    private static async ValueTask<List<(FluidValue Value, FluidValue Item)>?> EvaluateAsync(
        FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (ListFilters.ElementsOf(input, context) is not { } elements)
            return null;
        var (variable, expression) = (RubyText.Of(arguments.At(0)), LiquidExpression.Parse(RubyText.Of(arguments.At(1)), context));
        var results = new List<(FluidValue Value, FluidValue Item)>();
        context.EnterChildScope();
        try
        {
            foreach (var element in elements)
            {
                context.SetValue(variable, element);
                results.Add((await expression.EvaluateAsync(context), element));
            }
        }
        finally
        {
            context.ReleaseScope();
        }

        return results;
    }
}
