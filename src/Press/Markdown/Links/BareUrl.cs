using System.Buffers;

namespace Press;

/// <summary>Knows where bare URLs and e-mail addresses end.</summary>
internal static class BareUrl
{
    // An e-mail address has at most 64 characters before its @ (RFC 5321, section 4.5.3.1.1).
    private const int MaxLocalPart = 64;

    // Where a URL ends wherever it stands. The second half is punctuation of Chinese, Japanese and Korean, and of typesetters.
    private static readonly SearchValues<char> Ends = SearchValues.Create(
        " \t\r\n\u00A0\u3000\u200B<>\"`[]|\\{}"
        + "。、，．：；！？（）「」『』【】〔〕《》〈〉［］｛｝“”‘’…—–～·・＂＇「」、｡");

    private static readonly SearchValues<char> Trailing = SearchValues.Create("?!.,:;*_~'");

    /// <summary>The length of the URL with which a text begins; 0 if it is none. What is not part of it is not read.</summary>
    public static int LengthOf(ReadOnlySpan<char> text, string scheme)
    {
        if (scheme is "mailto:")
        {
            var local = LengthOfMailName(text[scheme.Length..]);
            var at = scheme.Length + local;
            return local > 0 && at < text.Length && text[at] == '@' && LengthOfMailDomain(text[(at + 1)..]) is > 0 and var domain
                ? at + 1 + domain
                : 0;
        }

        var end = scheme.Length + LengthOfHost(text[scheme.Length..]);
        if (end == scheme.Length)
            return 0;
        // Emphasis may begin right behind it.
        while (end < text.Length
            && !Ends.Contains(text[end])
            && !(text[end] is '*' or '~' && end + 1 < text.Length && text[end + 1] == text[end]))
            end++;
        var length = KoreanParticle.Trim(TrimEnd(text[..end])).Length;
        return length > scheme.Length ? length : 0;
    }

    /// <summary>How many characters at the end of a text may stand before the @ of an e-mail address.</summary>
    public static int LengthOfLocalPart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length <= MaxLocalPart && IsOfLocalPart(text[^(length + 1)]))
            length++;
        return length > MaxLocalPart ? 0 : length;
    }

    /// <summary>
    /// The length of the host of an e-mail address with which a text begins: two labels at least, and a letter or digit at the end.
    /// </summary>
    public static int LengthOfMailDomain(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '-' or '_'))
            length++;
        while (length > 0 && text[length - 1] == '.')
            length--;
        return length > 0 && char.IsAsciiLetterOrDigit(text[length - 1]) && text[..length].IndexOf('.') > 0 ? length : 0;
    }

    private static bool IsOfLocalPart(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' or '+';

    /// <summary>Signs at the end belong to the sentence; so does a bracket that was not opened in the URL, and an entity.</summary>
    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> url)
    {
        var unopened = url.Count(')') - url.Count('(');
        while (url.Length > 0)
        {
            if (url[^1] == ';'
                && url.LastIndexOf('&') is > 0 and var entity
                && url[(entity + 1)..^1] is { Length: > 0 and < 32 } name
                && !name.ContainsAnyExcept(EntityName))
                url = url[..entity];
            else if (Trailing.Contains(url[^1]))
                url = url[..^1];
            else if (url[^1] == ')' && unopened-- > 0)
                url = url[..^1];
            else
                break;
        }

        return url;
    }

    private static readonly SearchValues<char> EntityName = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#");

    /// <summary>The length of the host with which a text begins; 0 if it is none. Its last two labels have no underscore.</summary>
    private static int LengthOfHost(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '.' or '-' or '_' or '@' or '%'))
            length++;
        var host = text[..length].TrimEnd('.');
        var lastLabels = host[(host.LastIndexOf('.') is > 0 and var dot ? host[..dot].LastIndexOf('.') + 1 : 0)..].TrimEnd('_');
        return host.Length > 0 && char.IsLetterOrDigit(host[0]) && !lastLabels.Contains('_') ? length : 0;
    }

    private static int LengthOfMailName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length <= MaxLocalPart && IsOfLocalPart(text[length]))
            length++;
        return length > MaxLocalPart ? 0 : length;
    }
}
