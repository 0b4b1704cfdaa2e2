namespace Press.Cli.Serve;

/// <summary>Where a request lies on the site.</summary>
internal static class PublicPath
{
    /// <summary>The path of a request below the base URL, without a slash before it; null if it lies elsewhere.</summary>
    public static string? Of(string? requested, string baseUrl)
    {
        var path = "/" + (requested ?? "").Normalize();
        return path.StartsWith(baseUrl + "/", StringComparison.Ordinal) ? path[(baseUrl.Length + 1)..] : null;
    }
}
