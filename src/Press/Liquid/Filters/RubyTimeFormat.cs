using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Formats dates as Ruby's <c>strftime</c> does.</summary>
/// <seealso href="https://docs.ruby-lang.org/en/3.1/strftime_formatting_rdoc.html"/>
internal static class RubyTimeFormat
{
    private const int MaxWidth = 1_000;

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>A moment in a format; what is no directive stays as it is.</summary>
    public static string Format(DateTimeOffset moment, string format)
    {
        var text = new StringBuilder();
        for (var place = 0; place < format.Length; place++)
        {
            if (format[place] != '%')
            {
                text.Append(format[place]);
                continue;
            }

            var end = place + 1;
            while (end < format.Length && format[end] is '-' or '0' or '^' or '_' or '#' or ':')
                end++;
            var flags = format[(place + 1)..end];
            var width = 0;
            for (; end < format.Length && char.IsAsciiDigit(format[end]); end++)
                width = Math.Min(MaxWidth, (width * 10) + (format[end] - '0'));
            var value = end < format.Length ? Value(moment, format[end], flags) : null;
            if (value is null)
            {
                text.Append('%');
                continue;
            }

            text.Append(Flagged(value, flags, width));
            place = end;
        }

        return text.ToString();
    }

    private static string Flagged(Directive value, string flags, int width)
    {
        var written = flags.Contains('^', StringComparison.Ordinal) ? value.Text.ToUpperInvariant()
            : flags.Contains('#', StringComparison.Ordinal)
                ? (value.Text.Any(char.IsLower) ? value.Text.ToUpperInvariant() : value.Text.ToLowerInvariant())
            : value.Text;
        if (flags.Contains('-', StringComparison.Ordinal))
            return written;
        var filler = flags.Contains('_', StringComparison.Ordinal) ? ' '
            : flags.Contains('0', StringComparison.Ordinal) ? '0'
            : value.Filler;
        return written.PadLeft(Math.Max(width, value.Width), filler);
    }

    private static Directive? Value(DateTimeOffset moment, char directive, string flags) => directive switch
    {
        'Y' => Number(moment.Year, 4),
        'C' => Number(moment.Year / 100, 2),
        'y' => Number(moment.Year % 100, 2),
        'm' => Number(moment.Month, 2),
        'd' => Number(moment.Day, 2),
        'e' => Number(moment.Day, 2, ' '),
        'j' => Number(moment.DayOfYear, 3),
        'H' => Number(moment.Hour, 2),
        'k' => Number(moment.Hour, 2, ' '),
        'I' => Number(TwelveHours(moment), 2),
        'l' => Number(TwelveHours(moment), 2, ' '),
        'M' => Number(moment.Minute, 2),
        'S' => Number(moment.Second, 2),
        'L' => Number(moment.Millisecond, 3),
        'N' => Text(moment.ToString("fffffff", English) + "00"),
        's' => Number(moment.ToUnixTimeSeconds(), 1),
        'u' => Number(moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek, 1),
        'w' => Number((int)moment.DayOfWeek, 1),
        'U' => Number((moment.DayOfYear + 6 - (int)moment.DayOfWeek) / 7, 2),
        'W' => Number((moment.DayOfYear + 6 - (((int)moment.DayOfWeek + 6) % 7)) / 7, 2),
        'V' => Number(ISOWeek.GetWeekOfYear(moment.DateTime), 2),
        'G' => Number(ISOWeek.GetYear(moment.DateTime), 4),
        'g' => Number(ISOWeek.GetYear(moment.DateTime) % 100, 2),
        'B' => Text(moment.ToString("MMMM", English)),
        'b' or 'h' => Text(moment.ToString("MMM", English)),
        'A' => Text(moment.ToString("dddd", English)),
        'a' => Text(moment.ToString("ddd", English)),
        'p' => Text(moment.Hour < 12 ? "AM" : "PM"),
        'P' => Text(moment.Hour < 12 ? "am" : "pm"),
        'z' => Text(Offset(moment, flags.Contains(':', StringComparison.Ordinal) ? ":" : "")),
        'Z' => Text(moment.Offset == TimeSpan.Zero ? "UTC" : Offset(moment, "")),
        'c' => Text(Format(moment, "%a %b %e %H:%M:%S %Y")),
        'D' or 'x' => Text(Format(moment, "%m/%d/%y")),
        'F' => Text(Format(moment, "%Y-%m-%d")),
        'R' => Text(Format(moment, "%H:%M")),
        'r' => Text(Format(moment, "%I:%M:%S %p")),
        'T' or 'X' => Text(Format(moment, "%H:%M:%S")),
        'v' => Text(Format(moment, "%e-%^b-%Y")),
        'n' => Text("\n"),
        't' => Text("\t"),
        '%' => Text("%"),
        _ => null,
    };

    private static int TwelveHours(DateTimeOffset moment) => moment.Hour % 12 == 0 ? 12 : moment.Hour % 12;

    private static string Offset(DateTimeOffset moment, string separator) =>
        $"{(moment.Offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(moment.Offset.Hours):00}{separator}{Math.Abs(moment.Offset.Minutes):00}";

    private static Directive Number(long number, int width, char filler = '0') => new(number.ToString(English), width, filler);

    private static Directive Text(string text) => new(text, Width: 0, ' ');

    /// <summary>What a directive prints.</summary>
    /// <param name="Text">Without what fills it up.</param>
    /// <param name="Width">The fewest letters.</param>
    /// <param name="Filler">What fills it up.</param>
    private sealed record Directive(string Text, int Width, char Filler);
}
