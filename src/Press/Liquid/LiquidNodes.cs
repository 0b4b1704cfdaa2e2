using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;
using Fluid.Values;

namespace Press;

/// <summary>A tag that knows its line.</summary>
internal sealed class PlacedStatement(Statement inner, LiquidPlace place) : Statement
{
    public Statement Inner => inner;

    public LiquidPlace Place => place;

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        var outer = budget.Place;
        if (!budget.TryEnter(place))
            return Completion.Break;
        (writer as MappedWriter)?.At(place);
        var completion = await inner.WriteToAsync(writer, encoder, context);
        budget.Leave(outer);
        return completion;
    }
}

/// <summary>An expression that knows its line.</summary>
internal sealed class PlacedExpression(Expression inner, LiquidPlace place) : Expression
{
    public Expression Inner => inner;

    public LiquidPlace Place => place;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        LiquidBudget.Of(context).Place = place;
        return inner.EvaluateAsync(context);
    }
}

/// <summary>A variable; what reads it may go over all of it.</summary>
internal sealed class BoundedVariable(Expression inner) : Expression
{
    // Comparing takes a fraction of the time of anything else.
    private const int Fraction = 16;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = await inner.EvaluateAsync(context);
        LiquidBudget.Of(context).Charge(value is StringValue or ArrayValue ? LiquidSize.Of(value) / Fraction : 0);
        return value;
    }
}

/// <summary>A filter that is charged for before it runs and for what it made.</summary>
internal sealed class BoundedFilter(Expression input, string name, IReadOnlyList<FilterArgument> parameters) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var arguments = new FilterArguments();
        foreach (var parameter in parameters)
            arguments.Add(parameter.Name, await parameter.Expression.EvaluateAsync(context));

        var value = await input.EvaluateAsync(context);
        var budget = LiquidBudget.Of(context);
        if (!context.Options.Filters.TryGetValue(name, out var filter))
            budget.Notes.Add(new LiquidNote(
                DiagnosticRules.UnknownFilter,
                budget.Place,
                name,
                $"there is no filter '{name}', so the value stays as it is"));
        if (filter is null || LiquidDates.IsUnknown(name, value))
            return value;

        budget.Charge(LiquidFilterCost.Of(name, value, arguments));
        var result = await filter(value, arguments, context);
        budget.Charge(LiquidSize.Of(result));
        return result;
    }
}

/// <summary>A range that nobody has to wait for.</summary>
internal sealed class BoundedRange(Expression from, Expression to) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var (start, end) = ((await from.EvaluateAsync(context)).ToNumberValue(), (await to.EvaluateAsync(context)).ToNumberValue());
        if (end - start >= LiquidLimits.MaxRange)
            throw new LiquidLimitException(FormattableString.Invariant($"a range has more than {LiquidLimits.MaxRange:N0} numbers"));

        LiquidBudget.Of(context).Charge(Math.Max(0, (long)(end - start) + 1) * LiquidLimits.ElementWork);
        return await new RangeExpression(Literal(start), Literal(end)).EvaluateAsync(context);
    }

    private static LiteralExpression Literal(decimal number) => new(NumberValue.Create(number));
}

/// <summary>A part of a list, for a loop.</summary>
internal sealed class SlicedList(Expression source, Expression? limit, Expression? offset) : Expression
{
    public Expression Source => source;

    public Expression? Limit => limit;

    public Expression? Offset => offset;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = await source.EvaluateAsync(context);
        var elements = value is ArrayValue list ? list.Values : [.. value.Enumerate(context)];
        var skipped = offset is null ? 0 : NumberOf(await offset.EvaluateAsync(context), 0);
        var left = Math.Max(0, elements.Count - skipped);
        var taken = limit is null ? left : Math.Min(left, NumberOf(await limit.EvaluateAsync(context), left));
        // Of a long list, of which a few are wanted, the rest is not looked at.
        LiquidBudget.Of(context).Charge((value is ArrayValue ? taken : (long)elements.Count) * LiquidLimits.ElementWork);
        var part = new FluidValue[taken];
        for (var place = 0; place < taken; place++)
            part[place] = elements[skipped + place];
        return new ArrayValue(part);
    }

    private static int NumberOf(FluidValue value, int otherwise) =>
        value.IsNil() ? otherwise : (int)Math.Clamp(value.ToNumberValue(), 0, int.MaxValue);
}

/// <summary>A search, which at worst compares everything with everything.</summary>
internal sealed class BoundedContains(Expression left, Expression right) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var (text, sought) = (await left.EvaluateAsync(context), await right.EvaluateAsync(context));
        LiquidBudget.Of(context).Charge(LiquidSize.OfSearch(text, sought) / 16);
        return await new ContainsBinaryExpression(new LiteralExpression(text), new LiteralExpression(sought)).EvaluateAsync(context);
    }
}

/// <summary>A capture, of which every character is charged for.</summary>
internal sealed class BoundedCapture(string identifier, IReadOnlyList<Statement> statements) : Statement
{
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        await using var captured = new LiquidWriter(budget);
        var completion = Completion.Normal;
        for (var i = 0; i < statements.Count && completion == Completion.Normal; i++)
            completion = await statements[i].WriteToAsync(captured, encoder, context);

        budget.Charge(captured.GetStringBuilder().Length);
        context.SetValue(identifier, new StringValue(captured.ToString(), encode: false));
        return completion;
    }
}

/// <summary>An output. Jekyll's sites print moments as Ruby does.</summary>
internal sealed class PlacedOutput(Expression expression) : Statement
{
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        context.IncrementSteps();
        var value = await expression.EvaluateAsync(context);
        if (value is DateTimeValue && LiquidBudget.Of(context).IsLikeRuby)
            await writer.WriteAsync(RubyText.Of(value));
        else
            await value.WriteToAsync(writer, encoder, context.CultureInfo);
        return Completion.Normal;
    }
}

/// <summary>Text that knows its line.</summary>
internal sealed class PlacedText(TextSpanStatement inner, LiquidPlace place) : Statement
{
    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        (writer as MappedWriter)?.At(place);
        return inner.WriteToAsync(writer, encoder, context);
    }
}
