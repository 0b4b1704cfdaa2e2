using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Values as JSON, written as Ruby writes it: without blanks, letters of every script as they are.</summary>
internal static class RubyJson
{
    private const int MaxDepth = 32;

    public static async ValueTask<string> OfAsync(FluidValue value, TemplateContext context)
    {
        var json = new StringBuilder();
        await AppendAsync(json, value, context, depth: 0);
        return json.ToString();
    }

    private static async ValueTask AppendAsync(StringBuilder json, FluidValue value, TemplateContext context, int depth)
    {
        if (depth > MaxDepth)
            throw new LiquidLimitException($"values are nested deeper than {MaxDepth}");
        switch (value)
        {
            case ArrayValue list:
                await AppendListAsync(json, list, context, depth);
                break;
            case DictionaryValue:
                await AppendMappingAsync(json, value, context, depth);
                break;
            case NumberValue or BooleanValue:
                json.Append(RubyText.Of(value));
                break;
            case var _ when value.IsNil():
                json.Append("null");
                break;
            default:
                // In a script element nothing may end it. Half of a letter, which a filter may leave, becomes U+FFFD.
                var text = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(RubyText.Of(value));
                json.Append('"').Append(text.Replace("<", "\\u003c", StringComparison.Ordinal)).Append('"');
                break;
        }
    }

    private static async ValueTask AppendListAsync(StringBuilder json, ArrayValue list, TemplateContext context, int depth)
    {
        json.Append('[');
        for (var place = 0; place < list.Values.Count; place++)
        {
            json.Append(place == 0 ? "" : ",");
            await AppendAsync(json, list.Values[place], context, depth + 1);
        }

        json.Append(']');
    }

    private static async ValueTask AppendMappingAsync(StringBuilder json, FluidValue value, TemplateContext context, int depth)
    {
        var separator = "{";
        // Enumerating a mapping gives pairs of key and value.
        foreach (var pair in value.Enumerate(context).OfType<ArrayValue>())
        {
            json.Append(separator);
            await AppendAsync(json, new StringValue(RubyText.Of(pair.Values[0])), context, depth + 1);
            json.Append(':');
            await AppendAsync(json, pair.Values[1], context, depth + 1);
            separator = ",";
        }

        json.Append(separator == "{" ? "{}" : "}");
    }
}
