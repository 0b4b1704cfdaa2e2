using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Reads dates as ISO 8601 and as Jekyll write them: <c>2025-03-24</c>, <c>2025-03-24T09:30Z</c>, <c>2025-03-24 09:30:00 +0900</c>.</summary>
internal static partial class FrontMatterDate
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>The date with the offset that was written, else that of the zone on that day; null if it is not a date.</summary>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
            return null;

        var clock = match.Groups["time"] is { Success: true, Value: var time } ? time : "00:00";
        if (!DateTime.TryParseExact(
                $"{match.Groups["day"].Value} {clock}",
                ["yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm:ss.FFFFFFF"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local))
        {
            return null;
        }

        return match.Groups["zone"].Success ? WithOffset(local, match) : AtZone(local, zone);
    }

    /// <summary>A local time of the zone. One that its clocks skip or show twice takes the offset of standard time.</summary>
    public static DateTimeOffset AtZone(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(local);
        // Only the first hours of year 1 and the last ones of 9999 have no such moment in UTC.
        return local.Ticks < MaxOffset.Ticks || local.Ticks > DateTime.MaxValue.Ticks - MaxOffset.Ticks ? new DateTimeOffset(local, TimeSpan.Zero) : new DateTimeOffset(local, offset);
    }

    private static DateTimeOffset? WithOffset(DateTime local, Match match)
    {
        var offset = match.Groups["hours"].Success
            ? new TimeSpan(int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture), MinutesOf(match), 0)
            : TimeSpan.Zero;
        if (offset > MaxOffset || MinutesOf(match) > 59)
            return null;

        if (match.Groups["sign"].Value == "-")
            offset = -offset;
        var utc = local.Ticks - offset.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private static int MinutesOf(Match match) =>
        match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([Tt ]\s*(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?)\s*(?<zone>[Zz]|UTC|GMT|(?<sign>[+-])(?<hours>[0-9]{2}):?(?<minutes>[0-9]{2})?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
