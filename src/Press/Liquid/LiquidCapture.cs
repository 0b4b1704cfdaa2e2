using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary>Takes what the statements within a tag print, so that the tag can print something else.</summary>
internal static class LiquidCapture
{
    /// <summary>The text. It is paid for twice: what the tag makes of it is about as long.</summary>
    public static async ValueTask<string> OfAsync(IReadOnlyList<Statement> statements, TextEncoder encoder, TemplateContext context)
    {
        context.IncrementSteps();
        var budget = LiquidBudget.Of(context);
        await using var captured = new LiquidWriter(budget);
        for (var (place, completion) = (0, Completion.Normal); place < statements.Count && completion == Completion.Normal; place++)
            completion = await statements[place].WriteToAsync(captured, encoder, context);
        budget.Charge(captured.GetStringBuilder().Length);
        return captured.ToString();
    }
}
