using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Dates as text.</summary>
internal static class DateFilters
{
    private static readonly string[] Ordinals = ["th", "st", "nd", "rd"];

    public static void AddTo(FilterCollection filters)
    {
        Add(filters, "date", (moment, arguments) =>
            RubyText.Of(arguments.At(0)) is not "" and var format ? RubyTimeFormat.Format(moment, format) : null, isLocal: false);
        Add(filters, "date_to_xmlschema", (moment, _) =>
            RubyTimeFormat.Format(moment, moment.Offset == TimeSpan.Zero ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z"));
        Add(filters, "date_to_rfc822", (moment, _) =>
            RubyTimeFormat.Format(moment, moment.Offset == TimeSpan.Zero ? "%a, %d %b %Y %H:%M:%S -0000" : "%a, %d %b %Y %H:%M:%S %z"));
        Add(filters, "date_to_string", (moment, arguments) => Words(moment, arguments, "%b"));
        Add(filters, "date_to_long_string", (moment, arguments) => Words(moment, arguments, "%B"));
    }

    private static void Add(
        FilterCollection filters,
        string name,
        Func<DateTimeOffset, FilterArguments, string?> format,
        bool isLocal = true) =>
        filters.AddFilter(name, (input, arguments, context) =>
        {
            if (input.IsNil() || LiquidDates.IsUnknown("date", input) || !input.TryGetDateTimeInput(context, out var moment))
                return input;
            var local = isLocal ? TimeZoneInfo.ConvertTime(moment, context.TimeZone) : moment;
            return format(local, arguments) is { } text ? new StringValue(text) : input;
        });

    private static string Words(DateTimeOffset moment, FilterArguments arguments, string month)
    {
        if (arguments.At(0).ToStringValue() != "ordinal")
            return RubyTimeFormat.Format(moment, $"%d {month} %Y");
        var day = $"{moment.Day}{(moment.Day is >= 11 and <= 13 || moment.Day % 10 > 3 ? Ordinals[0] : Ordinals[moment.Day % 10])}";
        return RubyTimeFormat.Format(moment, arguments.At(1).ToStringValue() == "US" ? $"{month} {day}, %Y" : $"{day} {month} %Y");
    }
}
