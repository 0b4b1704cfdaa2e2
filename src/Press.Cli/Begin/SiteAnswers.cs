using System.Text.RegularExpressions;

namespace Press.Cli.Begin;

/// <summary>What the author of a new site says about it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Url">Scheme, host and perhaps a path; empty if it is not known yet.</param>
internal sealed partial record SiteAnswers(string Title, string Language, string Url)
{
    /// <summary>The path below the host, as the setting <c>baseurl</c> has it; empty for the root.</summary>
    public string BaseUrl => Url is "" ? "" : new Uri(Url).AbsolutePath.TrimEnd('/');

    /// <summary>Scheme and host, as the setting <c>url</c> has them.</summary>
    public string Host => Url is "" ? "" : new Uri(Url).GetLeftPart(UriPartial.Authority);

    public static string? FaultOfLanguage(string text) =>
        Tag().IsMatch(text) ? null : $"'{text}' is not a language. Write a tag such as 'en', 'ko' or 'pt-BR'.";

    public static string? FaultOfUrl(string text) =>
        text is "" || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https" or "http", Query: "", Fragment: "" })
            ? null
            : $"'{text}' is not the URL of a site. Write scheme and host: https://blog.example.com";

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
