using System.Text;

namespace Press;

/// <summary>Paths of the site: they begin with a slash and are kept readable; only a link encodes them.</summary>
internal static class UrlPath
{
    private const string SuffixMarks = "-._~!$&'()*+,;=:@/?#";

    /// <summary>The most bytes that file systems have for the name of a file.</summary>
    private const int MaxPartBytes = 255;

    /// <summary>Percent-encodes what may not stand in the path of a URL (RFC 3986, section 3.3); a slash stays.</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Decodes percent-encoded characters, as a link has them, and puts the path into NFC.</summary>
    public static string Decode(string path) => Uri.UnescapeDataString(path).ToNormalForm();

    /// <summary>The public file that a path names: <c>/a/</c> is <c>a/index.html</c>.</summary>
    public static string ToFile(string path) => path.EndsWith('/') ? path[1..] + "index.html" : path[1..];

    /// <summary>The folders that a file lies in, the outermost first: <c>a</c> and <c>a/b</c> of <c>a/b/c.html</c>.</summary>
    public static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = file.IndexOf('/', slash + 1))
            yield return file[..slash];
    }

    /// <summary>The path of a public file: <c>a/index.html</c> is <c>/a/</c>.</summary>
    public static string OfFile(string file) =>
        file is "index.html" || file.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + file[..^"index.html".Length] : "/" + file;

    /// <summary>The path to which a relative one leads from a page or file (RFC 3986, section 5.2), both decoded; it never
    /// leaves the root.</summary>
    public static string Combine(string from, string relative)
    {
        var parts = new List<string>(from.Split('/')[1..^1]);
        var isFolder = false;
        foreach (var part in relative.Split('/'))
        {
            isFolder = part is "" or "." or "..";
            if (part is ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (!isFolder)
                parts.Add(part);
        }

        return "/" + string.Join('/', parts) + (isFolder && parts.Count > 0 ? "/" : "");
    }

    /// <summary>Percent-encodes what may not stand in query and fragment (RFC 3986, sections 3.4 and 3.5).</summary>
    public static string EncodeSuffix(string suffix) =>
        string.Concat(suffix.EnumerateRunes().Select(rune => MayStand(rune) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static bool MayStand(Rune rune) => rune.IsAscii && (Rune.IsLetterOrDigit(rune) || SuffixMarks.Contains((char)rune.Value));

    /// <summary>
    /// As <see cref="Fault"/>, for a path that placeholders made: a hash in it (of the category <c>C#</c>) is percent-encoded in links.
    /// </summary>
    public static string? FaultOfExpanded(string path) => Fault(path.Replace('#', '-'));

    /// <summary>Why a path cannot be one of the site; null if it can.</summary>
    public static string? Fault(string path) => path switch
    {
        _ when !path.StartsWith('/') => "does not begin with a slash",
        _ when path.Contains("//", StringComparison.Ordinal) => "has an empty part",
        _ when path.AsSpan().ContainsAny("?#%\\") => "holds one of ? # % \\",
        "/" => null,
        _ when !StoreName.IsValid(ToFile(path)) => "holds a part that no file can be named",
        // A file system has one or the other under a name, and the page may be there already.
        _ when ToFile(path).Split('/').SkipLast(1).Any(folder => folder.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) =>
            "has a folder that is named as a page",
        _ when ToFile(path).Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxPartBytes) =>
            $"holds a part of more than {MaxPartBytes} bytes",
        _ => null,
    };
}
