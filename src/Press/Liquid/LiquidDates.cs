using Fluid.Values;

namespace Press;

/// <summary>
/// Which texts are dates by themselves. Where the year or the day is missing, the library takes those of the machine's clock.
/// </summary>
internal static class LiquidDates
{
    private const int DigitsOfYear = 4;

    /// <summary>Whether a filter would have to ask what day it is.</summary>
    public static bool IsUnknown(string filter, FluidValue value) =>
        filter is "date" or "format_date" or "time_zone" && value is StringValue && !HasYear(value.ToStringValue());

    private static bool HasYear(string text)
    {
        if (text is "now" or "today")
            return true;
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits == DigitsOfYear)
                return true;
        }

        return false;
    }
}
