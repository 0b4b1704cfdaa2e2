using System.Buffers;
using System.Globalization;
using Fluid.Values;

namespace Press;

/// <summary>Values as Ruby writes and compares them.</summary>
internal static class RubyText
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.");

    /// <summary>A value as text: nothing is empty, a list is one text without anything between its elements.</summary>
    public static string Of(FluidValue value) => value switch
    {
        _ when value.IsNil() => "",
        NumberValue => Of(value.ToNumberValue()),
        BooleanValue => value.ToBooleanValue() ? "true" : "false",
        DateTimeValue => Of((DateTimeOffset)value.ToObjectValue()),
        ArrayValue list => string.Concat(list.Values.Select(Of)),
        _ => value.ToStringValue(),
    };

    /// <summary>A moment: <c>2025-03-24 09:00:00 +0900</c>.</summary>
    public static string Of(DateTimeOffset moment) => RubyTimeFormat.Format(moment, "%Y-%m-%d %H:%M:%S %z");

    /// <summary>A value for sorting and grouping: text that looks like a number is one.</summary>
    public static FluidValue Comparable(FluidValue value)
    {
        var text = value is StringValue ? value.ToStringValue().Trim() : "";
        var digits = text.AsSpan().TrimStart('-');
        return digits.IsEmpty || text.Length - digits.Length > 1 || digits.ContainsAnyExcept(OfNumbers) || digits.Count('.') > 1
            || digits is "."
            || !decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? value
            : NumberValue.Create(digits.Contains('.') ? number : decimal.Truncate(number));
    }

    /// <summary>The order of two values: numbers and moments by size, all others as text, by code points.</summary>
    public static int Compare(FluidValue a, FluidValue b) => (a, b) switch
    {
        (NumberValue, NumberValue) => a.ToNumberValue().CompareTo(b.ToNumberValue()),
        (DateTimeValue, DateTimeValue) => ((DateTimeOffset)a.ToObjectValue()).CompareTo((DateTimeOffset)b.ToObjectValue()),
        _ => string.CompareOrdinal(Of(a), Of(b)),
    };

    private static string Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0') is [.., '.'] whole ? whole + "0" : text.TrimEnd('0') : text;
    }
}
