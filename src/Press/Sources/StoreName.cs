using System.Text;

namespace Press;

/// <summary>The names that a store may hold. They are checked before any storage sees them.</summary>
public static class StoreName
{
    /// <summary>The longest name, as Azure Blob Storage has it (1,024 characters).</summary>
    public const int MaxLength = 1024;

    /// <summary>
    /// Whether the name is in NFC and made of segments that mean one file on every system: none empty, <c>.</c> or <c>..</c>,
    /// none that ends in a dot or a space, no backslash, colon or control character, none of the names that Windows keeps for devices.
    /// </summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && IsWellFormed(name) && name.IsNormalized(NormalizationForm.FormC)
        && name.Split('/').All(IsValidSegment);

    /// <summary>Throws unless <see cref="IsValid"/>.</summary>
    /// <exception cref="ArgumentException">The name cannot be held by a store.</exception>
    public static void ThrowIfInvalid(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException($"'{name}' is not a name that a store can hold.", nameof(name));
    }

    private static bool IsValidSegment(string segment) =>
        segment is not ("" or "." or "..")
        && segment[^1] is not ('.' or ' ')
        && !segment.AsSpan().ContainsAny(Forbidden)
        && !segment.Any(char.IsControl)
        && !IsDevice(segment);

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("\\:*?\"<>|");

    /// <summary>Names that Windows keeps for devices, with any extension: NUL, COM1, lpt9.txt.</summary>
    private static bool IsDevice(string segment)
    {
        var stem = segment.AsSpan(0, segment.IndexOf('.') is var dot and >= 0 ? dot : segment.Length);
        return stem.Length switch
        {
            3 => stem.Equals("CON", StringComparison.OrdinalIgnoreCase) || stem.Equals("PRN", StringComparison.OrdinalIgnoreCase)
                || stem.Equals("AUX", StringComparison.OrdinalIgnoreCase) || stem.Equals("NUL", StringComparison.OrdinalIgnoreCase),
            4 => (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && char.IsAsciiDigit(stem[3]),
            _ => false,
        };
    }

    /// <summary>A lone surrogate has no UTF-8 form, so no storage could hold it.</summary>
    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
