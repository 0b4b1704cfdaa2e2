using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>The filters that Jekyll adds to Liquid, and those of Liquid that it has otherwise than the library.</summary>
/// <seealso href="https://jekyllrb.com/docs/liquid/filters/"/>
internal static class JekyllFilters
{
    /// <summary>Adds them to what templates may use.</summary>
    public static void AddTo(FilterCollection filters)
    {
        TextFilters.AddTo(filters);
        UrlFilters.AddTo(filters);
        DateFilters.AddTo(filters);
        ListFilters.AddTo(filters);
        ExpressionFilters.AddTo(filters);
    }

    /// <summary>Adds a filter that needs its input and arguments alone.</summary>
    public static void Add(this FilterCollection filters, string name, Func<FluidValue, FilterArguments, FluidValue> filter) =>
        filters.AddFilter(name, (input, arguments, _) => new ValueTask<FluidValue>(filter(input, arguments)));

    /// <summary>Adds a filter from text to text; nothing stays nothing.</summary>
    public static void AddText(this FilterCollection filters, string name, Func<string, string> filter, bool isHtml = false) =>
        filters.Add(name, (input, _) => input.IsNil() ? input : new StringValue(filter(RubyText.Of(input)), encode: !isHtml));
}
