using System.Text.RegularExpressions;

namespace Press;

/// <summary>Finds what templates of Jekyll ask for that Press does not have, and that would be empty without a word.</summary>
internal static partial class AbsentValues
{
    private const string NoContent = "listed posts have no content, since a list would be made of the whole site. Write '{0}.excerpt'";
    private const string NoList = "Press has no such list. Write links instead";
    private const string NoTime = "pages are the same whenever they are made. {{ 'now' | date: '%Y' }} is the year of the page";

    /// <summary>Each of them once, with its place in the text, and what to write instead.</summary>
    /// <param name="text">The template.</param>
    /// <param name="withSite">Whether <c>site</c> is looked at too. In posts that is done when they are rendered.</param>
    public static IEnumerable<(int Offset, string Message)> In(string text, bool withSite)
    {
        var lists = Loop().Matches(text).Select(loop => loop.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return Value().Matches(text)
            .Where(value => value.Groups["key"].Value is "content" ? lists.Contains(value.Groups["name"].Value) : withSite)
            .DistinctBy(value => value.Groups["whole"].Value)
            .Select(value => (value.Groups["whole"].Index, $"'{value.Groups["whole"].Value}' is empty: {ReasonOf(value)}"));
    }

    private static string ReasonOf(Match value) => value.Groups["key"].Value switch
    {
        "content" => NoContent.Replace("{0}", value.Groups["name"].Value, StringComparison.Ordinal),
        "time" => NoTime,
        _ => NoList,
    };

    [GeneratedRegex(
        @"\{%-?\s*for\s+(?<name>\w+)\s+in\s+(site\.(posts|related_posts|documents|tags|categories)|paginator\.posts)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Loop();

    [GeneratedRegex(
        @"\{[{%][^{}]*?\b(?<whole>(?<name>site)\.(?<key>static_files|html_files|collections|time)|(?<name>\w+)\.(?<key>content))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
