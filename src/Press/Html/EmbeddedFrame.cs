using AngleSharp.Dom;

namespace Press;

/// <summary>Frames of other sites: of a few players only, and confined.</summary>
internal static class EmbeddedFrame
{
    /// <summary>The hosts that may be embedded.</summary>
    public static readonly string[] Hosts = ["open.spotify.com", "player.vimeo.com", "www.youtube-nocookie.com", "www.youtube.com"];

    /// <summary>The URL of a player that may be embedded, by https, which all of them have; null for everything else.</summary>
    /// <param name="source">As the author wrote it: old posts have <c>http</c>, or no scheme.</param>
    public static string? Allowed(string? source)
    {
        var url = WithScheme(source);
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            url = "https" + url["http".Length..];
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", IsDefaultPort: true }
            && Hosts.Contains(uri.Host, StringComparer.Ordinal) ? url : null;
    }

    /// <summary>Gives the player its scripts and its own storage, and neither the page's window nor its forms.</summary>
    /// <param name="frame">The player.</param>
    /// <param name="source">Its URL.</param>
    public static void Confine(IElement frame, string source)
    {
        frame.SetAttribute("src", source);
        frame.SetAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
        frame.SetAttribute("loading", "lazy");
        frame.SetAttribute("referrerpolicy", "strict-origin-when-cross-origin");
        frame.SetAttribute("allow", "fullscreen; picture-in-picture");
    }

    /// <summary>A link to what a frame shows, for where the frame may not stand; null if it shows no page.</summary>
    public static IElement? LinkFor(IElement frame)
    {
        var url = WithScheme(frame.GetAttribute("src"));
        if (url is "" || !AllowList.HasSchemeOf(url))
            return null;
        var link = frame.Owner!.CreateElement("a");
        link.SetAttribute("href", url);
        link.TextContent = frame.GetAttribute("title") is { } title && !string.IsNullOrWhiteSpace(title) ? title : NameOf(url);
        return link;
    }

    private static string NameOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host is not "" ? uri.Host + uri.AbsolutePath.TrimEnd('/') : url;

    private static string WithScheme(string? source)
    {
        var url = source?.Trim() ?? "";
        return url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;
    }
}
