using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Press.Storage;

/// <summary>
/// Makes listings that XML does not allow readable: a blob's name may hold control characters, and one such name would keep all others
/// from being listed.
/// </summary>
/// <seealso href="https://www.w3.org/TR/xml/#charsets"/>
internal sealed partial class ReadableListing : HttpPipelineSynchronousPolicy
{
    /// <summary>Stands in a name for a character that XML cannot hold: no text has it, since Unicode will never assign it.</summary>
    public const char Lost = '\uFDD0';

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get
            || !message.Request.Uri.Query.Contains("comp=list", StringComparison.Ordinal)
            || message.Response.ContentStream is not MemoryStream content)
            return;

        var bytes = content.ToArray();
        if (bytes.AsSpan().IndexOf("&#"u8) < 0 && !bytes.Any(IsForbidden))
            return;
        var text = Encoding.UTF8.GetString(bytes);
        var readable = Reference().Replace(
            Forbidden().Replace(text, Lost.ToString()),
            match => IsForbidden(CodeOf(match)) ? Lost.ToString() : match.Value);
        message.Response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(readable));
    }

    private static bool IsForbidden(byte value) => IsForbidden((int)value);

    private static bool IsForbidden(int code) => code is (< 0x20 and not ('\t' or '\n' or '\r')) or 0xFFFE or 0xFFFF;

    private static int CodeOf(Match reference)
    {
        var digits = reference.Groups["digits"].ValueSpan;
        var style = reference.Groups["hex"].Success ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) ? code : 0;
    }

    [GeneratedRegex("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex("&#(?<hex>x)?(?<digits>[0-9A-Fa-f]{1,8});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
