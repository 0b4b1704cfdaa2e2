using System.CommandLine.Parsing;
using System.Globalization;

namespace Press.Cli;

/// <summary>Reads numbers of the command line.</summary>
internal static class WholeNumber
{
    /// <summary>The value of an option; anything but a number from 0 to <paramref name="max"/> is an error of the call.</summary>
    /// <param name="written">The value as it was written.</param>
    /// <param name="option">The name of the option.</param>
    /// <param name="max">The largest number.</param>
    /// <param name="advice">What to write instead, without a period.</param>
    public static int Parse(ArgumentResult written, string option, int max, string advice)
    {
        var text = written.Tokens.Count == 0 ? "" : written.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max)
            return number;
        written.AddError($"invalid value '{text}' for '{option}'. {advice}");
        return 0;
    }
}
