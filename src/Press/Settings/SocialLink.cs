namespace Press;

/// <summary>A link to where somebody is found elsewhere.</summary>
/// <param name="Label">What a reader sees: <c>github.com</c>, or what the author wrote.</param>
/// <param name="Url">An https, http or mailto address, or a path of the site.</param>
internal sealed record SocialLink(string Label, string Url)
{
    // The address of an account follows from its name.
    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["github"] = "https://github.com/",
        ["twitter"] = "https://x.com/",
        ["linkedin"] = "https://www.linkedin.com/in/",
        ["instagram"] = "https://www.instagram.com/",
        ["email"] = "mailto:",
    };

    /// <summary>The keys that name an account, in the order in which they are shown.</summary>
    public static IEnumerable<string> Services => Accounts.Keys;

    /// <summary>The link of an account: by its name, or by its whole address.</summary>
    /// <param name="service">One of <see cref="Services"/>.</param>
    /// <param name="account">What is written there.</param>
    public static SocialLink OfAccount(string service, string account) =>
        account.Contains("://", StringComparison.Ordinal) ? Of(account) : new SocialLink(
            service is "email" ? account : HostOf(Accounts[service]),
            Accounts[service] + account.TrimStart('@'));

    /// <summary>A link that has no label: its host stands for it.</summary>
    public static SocialLink Of(string url) => new(HostOf(url), url);

    /// <summary>Whether a link may lead there: to the web, to a mail address, or to a path of the site.</summary>
    public static bool MayLeadTo(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto");

    private static string HostOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host is not ""
            ? uri.Scheme is "mailto" ? url["mailto:".Length..]
                : uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host["www.".Length..] : uri.Host
            : url;
}
