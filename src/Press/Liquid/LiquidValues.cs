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
        values.ToDictionary(value => value.Key, value => FluidValue.Create(From(value.Value), Options), StringComparer.Ordinal);

    /// <summary>A value, and all lists in it, as templates have them.</summary>
    public static object? From(object? value) => value switch
    {
        string or FluidValue => value,
        IDictionary<string, object?> keys => keys.ToDictionary(key => key.Key, key => From(key.Value), StringComparer.Ordinal),
        IEnumerable<KeyValuePair<string, string>> => value,
        IEnumerable list => new ArrayValue([.. list.Cast<object?>().Select(element => FluidValue.Create(From(element), Options))]),
        _ => value,
    };
}
