using System.Diagnostics.CodeAnalysis;

namespace Press.Cli.Serve;

/// <summary>Where a request lies on the site.</summary>
internal static class PublicPath
{
    /// <summary>The path of a request below the base URL, without a slash before it; null if it lies elsewhere.</summary>
    public static string? Of(string? requested, string baseUrl)
    {
        var path = "/" + (requested ?? "").ToNormalForm();
        return path.StartsWith(baseUrl + "/", StringComparison.Ordinal) ? path[(baseUrl.Length + 1)..] : null;
    }

    /// <summary>
    /// Whether who asks for this, which lies elsewhere, means the home page: the host alone, or the base URL without a slash behind it.
    /// </summary>
    public static bool MeansHome([NotNullWhen(false)] string? requested, string baseUrl) => requested is null || "/" + requested == baseUrl;
}
