using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Press;

/// <summary>
/// The hash by which storage tells one content from another: MD5 (RFC 1321) in hexadecimal, since that is what Blob Storage keeps and
/// lists.
/// </summary>
public static class ContentHash
{
    [SuppressMessage("Security", "CA5351", Justification = "It finds out what changed; nothing is trusted for it.")]
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
