using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>What a filter costs, known before it runs.</summary>
internal static class LiquidFilterCost
{
    // What encodes makes up to this many characters of one; hex, percent signs and entities are no longer.
    private const int MaxExpansion = 9;

    /// <summary>Characters that a filter goes over or makes, at most.</summary>
    /// <exception cref="LiquidLimitException">A format asks for a width that no page has room for.</exception>
    public static long Of(string filter, FluidValue input, FilterArguments arguments)
    {
        var size = LiquidSize.Of(input);
        for (var i = 0; i < arguments.Count; i++)
            size += LiquidSize.Of(arguments.At(i));
        return filter switch
        {
            _ when filter.StartsWith("replace", StringComparison.Ordinal) || filter.StartsWith("remove", StringComparison.Ordinal) =>
                size + OfReplace(input, arguments),
            "split" => size + LiquidSize.OfSearch(input, arguments.At(0)) + OfSplit(input, arguments.At(0)),
            "join" => size + (OfElements(input) * Math.Max(1, LiquidSize.Of(arguments.At(0)))),
            "date" or "format_date" or "format_string" or "format_number" or "time_zone" => size + OfFormat(input, arguments),
            "escape" or "escape_once" or "json" or "newline_to_br" or "handle" or "handleize" => size * MaxExpansion,
            _ when filter.StartsWith("url_", StringComparison.Ordinal) => size * MaxExpansion,
            _ when filter.StartsWith("base64_", StringComparison.Ordinal) => size * MaxExpansion,
            "sort" or "sort_natural" or "uniq" => size * 20,
            "strip_html" => size * 2,
            _ => size,
        };
    }

    private static long OfElements(FluidValue value) => value is ArrayValue list ? list.Values.Count : 1;

    private static long OfReplace(FluidValue input, FilterArguments arguments)
    {
        var (text, sought) = (input.ToStringValue(), arguments.At(0).ToStringValue());
        if (sought is "")
            return 0;
        var found = text.Length < sought.Length ? 0 : text.AsSpan().Count(sought);
        return LiquidSize.OfSearch(input, arguments.At(0)) + (found * Math.Max(0, LiquidSize.Of(arguments.At(1)) - sought.Length));
    }

    private static long OfSplit(FluidValue input, FluidValue separator)
    {
        var (text, by) = (input.ToStringValue(), separator.ToStringValue());
        return LiquidLimits.ElementWork * (by is "" ? text.Length : (long)text.AsSpan().Count(by));
    }

    /// <summary>Formats stand in the arguments, but that of <c>format_string</c> is its input.</summary>
    private static long OfFormat(FluidValue input, FilterArguments arguments)
    {
        var text = input.Type == FluidValues.String ? input.ToStringValue() : "";
        var cost = text.Contains('{', StringComparison.Ordinal) ? OfFormat(text) : 0;
        for (var i = 0; i < arguments.Count; i++)
            cost += arguments.At(i).Type == FluidValues.String ? OfFormat(arguments.At(i).ToStringValue()) : 1;
        return cost;
    }

    private static long OfFormat(string format)
    {
        const int MaxWidth = 10_000;
        // A name of a month or a whole date for a letter.
        const int MaxName = 64;
        var (cost, digits) = ((long)format.Length * MaxName, 0);
        foreach (var letter in format)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits > LiquidLimits.MaxFormatDigits)
                throw new LiquidLimitException($"a format has a width of more than {LiquidLimits.MaxFormatDigits} digits");
            cost += digits == 1 ? MaxWidth : 0;
        }

        return cost;
    }
}
