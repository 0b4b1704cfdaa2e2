using System.Collections;
using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Values for templates. A list is made once: the library makes a plain one anew whenever it is looked at.</summary>
internal static class LiquidValues
{
    private static readonly TemplateOptions Options = new();

    /// <summary>Values of a template, by name.</summary>
    public static Dictionary<string, FluidValue> ToFluid(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(value => value.Key, value => From(value.Value), StringComparer.Ordinal);

    /// <summary>A value as templates have it.</summary>
    /// <param name="value">A function gives it when it is asked for; within a mapping that is when a template does.</param>
    public static FluidValue From(object? value) => value switch
    {
        FluidValue made => made,
        Func<object?> later => From(later()),
        IDictionary<string, object?> keys => new DictionaryValue(new LiquidMapping(keys)),
        string or IEnumerable<KeyValuePair<string, string>> => FluidValue.Create(value, Options),
        IEnumerable list => new ArrayValue([.. list.Cast<object?>().Select(From)]),
        _ => FluidValue.Create(value, Options),
    };

    /// <summary>Whether a value costs nothing to make.</summary>
    public static bool IsSimple(object? value) => value is string or FluidValue or not (Func<object?> or IEnumerable);
}
