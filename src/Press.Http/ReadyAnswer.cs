using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Press.Http;

/// <summary>A JSON answer as it is sent, with what a client needs to keep it and to ask about it again.</summary>
/// <param name="Json">The body.</param>
/// <param name="ETag">A hash of the body, in quotes.</param>
/// <param name="LastModified">As RFC 9110 writes dates; null if it has none.</param>
/// <param name="Link">The header that names other pages; null for none.</param>
internal sealed record ReadyAnswer(byte[] Json, string ETag, string? LastModified, string? Link)
{
    /// <summary>The answer with this body.</summary>
    public static ReadyAnswer Of(byte[] json, DateTimeOffset? lastModified, string? link = null) => new(
        json,
        $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"",
        lastModified is { } date ? HeaderUtilities.FormatDate(date) : null,
        link);
}
