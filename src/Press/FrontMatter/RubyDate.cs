using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Dates that only Ruby takes for such, and by which a Jekyll site has its URLs.</summary>
internal static partial class RubyDate
{
    /// <summary>
    /// A time whose offset has seconds or is longer than any on earth (<c>2014-06-01 17:00:00-18:00:00</c>, where a span was meant), as a
    /// moment of UTC; null for all else.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success || !DateTime.TryParseExact(
                $"{match.Groups["day"].Value} {match.Groups["time"].Value}",
                ["yyyy-M-d H:mm", "yyyy-M-d H:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local))
        {
            return null;
        }

        var offset = new TimeSpan(Number(match.Groups["hours"]), Number(match.Groups["minutes"]), 0);
        var utc = local.Ticks + (match.Groups["sign"].Value is "-" ? offset.Ticks : -offset.Ticks);
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(utc, TimeSpan.Zero);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
            + @"[Tt\s]\s*(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)"
            + @"\s*(?<sign>[+-])(?<hours>[01][0-9]|2[0-3]):?(?<minutes>[0-5][0-9])(:[0-9]{2})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
