using System.Globalization;

namespace Press.Cli;

/// <summary>A number and its noun: <c>1 post</c>, <c>1,204 posts</c>.</summary>
internal static class Quantity
{
    public static string Of(int number, string noun) => Of(number, noun, noun + "s");

    /// <summary>For nouns whose plural is not made with an <c>s</c> at the end.</summary>
    public static string Of(int number, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? singular : plural)}");
}
