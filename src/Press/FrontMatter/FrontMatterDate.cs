using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Reads dates as ISO 8601 and Jekyll write them (<c>2025-03-24</c>, <c>2025-03-24T09:30Z</c>, <c>2025-03-24 09:30:00 +0900</c>), and as
/// authors do (<c>2025/3/24</c>, <c>2025. 3. 24.</c>, <c>2025년 3월 24일</c>, <c>Mar 24, 2025</c>, RFC 2822).
/// </summary>
internal static partial class FrontMatterDate
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date with the offset that was written, else that of the zone on that day; null if it is not a date.</summary>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
            return null;

        var clock = match.Groups["time"] is { Success: true, Value: var time } ? time : "00:00";
        if (!DateTime.TryParseExact(
                $"{DayOf(match)} {clock}",
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
        var isInside = local.Ticks >= MaxOffset.Ticks && local.Ticks <= DateTime.MaxValue.Ticks - MaxOffset.Ticks;
        return new DateTimeOffset(local, isInside ? offset : TimeSpan.Zero);
    }

    private static string DayOf(Match match)
    {
        var month = match.Groups["name"] is { Success: true, Value: var name }
            ? (Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1).ToString(CultureInfo.InvariantCulture)
            : match.Groups["month"].Value;
        return $"{match.Groups["year"].Value}-{month}-{match.Groups["day"].Value}";
    }

    private static DateTimeOffset? WithOffset(DateTime local, Match match)
    {
        var offset = match.Groups["hours"].Success
            ? new TimeSpan(int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture), MinutesOf(match), 0)
            : match.Groups["seoul"].Success ? TimeSpan.FromHours(9) : TimeSpan.Zero;
        if (offset > MaxOffset || MinutesOf(match) > 59)
            return null;

        if (match.Groups["sign"].Value == "-")
            offset = -offset;
        var utc = local.Ticks - offset.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private static int MinutesOf(Match match) =>
        match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;

    // Day and month of all-digit dates in another order (24.3.2025, 3/24/2025) mean this to one reader and that to another: they are none.
    [GeneratedRegex(
        """
        ^(
          (?<year>[0-9]{4})(?<mark>[-/.])\s*(?<month>[0-9]{1,2})\k<mark>\s*(?<day>[0-9]{1,2})\.?
        | (?<year>[0-9]{4})년\s*(?<month>[0-9]{1,2})월\s*(?<day>[0-9]{1,2})일
        | (?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})
        | ([A-Za-z]{3,9},?\s+)?(?<name>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?
          \s+(?<day>[0-9]{1,2})(st|nd|rd|th)?,?\s+(?<year>[0-9]{4})
        | ([A-Za-z]{3,9},?\s+)?(?<day>[0-9]{1,2})(st|nd|rd|th)?
          \s+(?<name>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,?\s+(?<year>[0-9]{4})
        )
        (
          ([Tt]|,?\s+)\s*(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?)[0-9]*
          \s*(?<zone>[Zz]|UTC|GMT|(?<seoul>KST|JST)|(?<sign>[+-])(?<hours>[0-9]{1,2}):?(?<minutes>[0-9]{2})?)?
        )?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
