using System.Collections.Frozen;

namespace Press;

/// <summary>Media types by file extension.</summary>
public static class MediaTypes
{
    /// <summary>Of every page and listing.</summary>
    public const string Html = "text/html; charset=utf-8";

    public const string AtomFeed = "application/atom+xml; charset=utf-8";

    public const string RssFeed = "application/rss+xml; charset=utf-8";

    public const string JsonFeed = "application/feed+json";

    /// <summary>Of drawings, the one kind of picture that can run.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>What an author may publish as it is: it cannot run in a reader's browser. SVG can, and is looked at.</summary>
    private static readonly FrozenDictionary<string, string> Media = new Dictionary<string, string>
    {
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".svg"] = Svg,
        [".webp"] = "image/webp",
        [".aac"] = "audio/aac",
        [".flac"] = "audio/flac",
        [".m4a"] = "audio/mp4",
        [".mp3"] = "audio/mpeg",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".m4v"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".mp4"] = "video/mp4",
        [".ogv"] = "video/ogg",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".pdf"] = "application/pdf",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Ours = new Dictionary<string, string>
    {
        [".html"] = Html,
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
        [".webmanifest"] = "application/manifest+json",
        [".txt"] = "text/plain; charset=utf-8",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type under which an author's file is published; null if it is not one that is published as it is.</summary>
    public static string? OfMedia(string name) => Media.GetValueOrDefault(Path.GetExtension(name));

    /// <summary>Whether the file is of a type that a site consists of.</summary>
    public static bool IsKnown(string name) => OfMedia(name) is not null || Ours.ContainsKey(Path.GetExtension(name));

    /// <summary>Whether a file is a style sheet that has to be compiled.</summary>
    public static bool IsSass(string name) => Path.GetExtension(name).ToLowerInvariant() is ".scss" or ".sass";

    /// <summary>The type of a public file.</summary>
    public static string Of(string name) => OfMedia(name) ?? Ours.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
