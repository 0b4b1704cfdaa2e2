using AngleSharp.Dom;

namespace Press;

/// <summary>Frames of other sites: of a few players only, and confined.</summary>
internal static class EmbeddedFrame
{
    /// <summary>The hosts that may be embedded.</summary>
    public static readonly string[] Hosts = ["open.spotify.com", "player.vimeo.com", "www.youtube-nocookie.com", "www.youtube.com"];

    public static bool IsAllowed(string? source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", IsDefaultPort: true }
            && Hosts.Contains(uri.Host, StringComparer.Ordinal);

    /// <summary>Gives the player its scripts and its own storage, and neither the page's window nor its forms.</summary>
    public static void Confine(IElement frame)
    {
        frame.SetAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
        frame.SetAttribute("loading", "lazy");
        frame.SetAttribute("referrerpolicy", "strict-origin-when-cross-origin");
        frame.SetAttribute("allow", "fullscreen; picture-in-picture");
    }
}
