using System.Text;

namespace Press;

/// <summary>Paths of the site: they begin with a slash and are kept readable; only a link encodes them.</summary>
internal static class UrlPath
{
    /// <summary>The most bytes that file systems have for the name of a file.</summary>
    private const int MaxPartBytes = 255;

    /// <summary>Percent-encodes what may not stand in the path of a URL (RFC 3986, section 3.3); a slash stays.</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Decodes percent-encoded characters, as a link has them, and puts the path into NFC.</summary>
    public static string Decode(string path) => Uri.UnescapeDataString(path).Normalize(NormalizationForm.FormC);

    /// <summary>The public file that a path names: <c>/a/</c> is <c>a/index.html</c>.</summary>
    public static string ToFile(string path) => path.EndsWith('/') ? path[1..] + "index.html" : path[1..];

    /// <summary>The folders that a file lies in, the outermost first: <c>a</c> and <c>a/b</c> of <c>a/b/c.html</c>.</summary>
    public static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = file.IndexOf('/', slash + 1))
            yield return file[..slash];
    }

    /// <summary>Why a path cannot be one of the site; null if it can.</summary>
    public static string? Fault(string path) => path switch
    {
        _ when !path.StartsWith('/') => "does not begin with a slash",
        _ when path.Contains("//", StringComparison.Ordinal) => "has an empty part",
        _ when path.AsSpan().ContainsAny("?#%\\") => "holds one of ? # % \\",
        "/" => null,
        _ when !StoreName.IsValid(ToFile(path)) => "holds a part that no file can be named",
        // A file system has one or the other under a name, and the page may be there already.
        _ when ToFile(path).Split('/').SkipLast(1).Any(folder => folder.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) => "has a folder that is named as a page",
        _ when ToFile(path).Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxPartBytes) => $"holds a part of more than {MaxPartBytes} bytes",
        _ => null,
    };
}
