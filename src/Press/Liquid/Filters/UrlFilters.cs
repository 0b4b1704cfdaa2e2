using System.Text;
using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>URLs of the site.</summary>
internal static class UrlFilters
{
    // What stays as it is in each part of a URL (RFC 3986).
    private const string Unreserved = "-._~";
    private const string InPath = Unreserved + "!$&'()*+,;=:@/";
    private const string InQuery = InPath + "?";
    private const string InUrl = InQuery + "#[]";

    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("relative_url", async (input, _, context) => input.IsNil()
            ? input : new StringValue(await RelativeAsync(RubyText.Of(input), context)));
        filters.AddFilter("absolute_url", async (input, _, context) => input.IsNil()
            ? input : new StringValue(await AbsoluteAsync(RubyText.Of(input), context)));
        filters.Add("strip_index", (input, _) => input.IsNil() || RubyText.Of(input) is ""
            ? NilValue.Instance : new StringValue(WithoutIndex(RubyText.Of(input))));
        filters.AddText("cgi_escape", text => Encode(text, Unreserved).Replace("%20", "+", StringComparison.Ordinal));
        filters.AddText("url_encode", text => Encode(text, Unreserved).Replace("%20", "+", StringComparison.Ordinal));
        filters.AddText("uri_escape", text => Normalized(text, InUrl));
    }

    private static async ValueTask<string> RelativeAsync(string path, TemplateContext context)
    {
        if (IsAbsolute(path))
            return path;
        var baseUrl = await SettingAsync("baseurl", context);
        return NormalizedUrl(WithSlash(baseUrl.EndsWith('/') ? baseUrl[..^1] : baseUrl) + WithSlash(path.TrimEnd()));
    }

    private static async ValueTask<string> AbsoluteAsync(string path, TemplateContext context)
    {
        if (IsAbsolute(path))
            return path;
        var url = await SettingAsync("url", context);
        return url is "" ? await RelativeAsync(path, context) : url + await RelativeAsync(path, context);
    }

    private static async ValueTask<string> SettingAsync(string name, TemplateContext context) =>
        RubyText.Of(await context.GetValue("site").GetValueAsync(name, context));

    private static bool IsAbsolute(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end > 0 && url[end] == ':' && url.AsSpan(0, end).IndexOfAnyExceptInRange('+', 'z') < 0;
    }

    private static string WithSlash(string path) => path is "" or ['/', ..] ? path : "/" + path;

    private static string WithoutIndex(string url) => url.EndsWith("/index.html", StringComparison.Ordinal) ? url[..^10]
        : url.EndsWith("/index.htm", StringComparison.Ordinal) ? url[..^9] : url;

    /// <summary>A path with its query and fragment, each encoded as it may stand in a URL.</summary>
    private static string NormalizedUrl(string url)
    {
        var (fragment, rest) = url.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (url[(hash + 1)..], url[..hash])
            : (null, url);
        var (query, path) = rest.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? (rest[(mark + 1)..], rest[..mark])
            : (null, rest);
        return Normalized(path, InPath) + (query is null ? "" : "?" + Normalized(query, InQuery))
            + (fragment is null ? "" : "#" + Normalized(fragment, InQuery));
    }

    private static string Normalized(string text, string kept) =>
        Encode(Uri.UnescapeDataString(text).ToNormalForm(NormalizationForm.FormKC), kept);

    private static string Encode(string text, string kept)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || kept.Contains((char)unit, StringComparison.Ordinal))
                encoded.Append((char)unit);
            else
                encoded.Append('%').Append(unit.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
