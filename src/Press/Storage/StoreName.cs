using System.Globalization;
using System.Text;

namespace Press;

/// <summary>The names that a store may hold. They are checked before any storage sees them.</summary>
public static class StoreName
{
    /// <summary>The longest name, as Azure Blob Storage has it (1,024 characters).</summary>
    public const int MaxLength = 1024;

    /// <summary>
    /// Whether the name is in NFC and its segments mean the same to every store: none empty, <c>.</c> or <c>..</c>, none that
    /// ends in a dot, no backslash and no control character. (What a file system refuses beyond that, its store refuses.)
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata"/>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && IsWellFormed(name) && name.IsNormalForm()
        && !name.Any(c => c == '\\' || char.IsControl(c))
        && name.Split('/').All(segment => segment is not "" && segment[^1] != '.');

    /// <summary>
    /// A name as it can be shown and stored as text: in NFC, and with <c>\u0001</c> for a control character, for U+FFFE, or for half of a
    /// surrogate pair. One
    /// that is valid stays as it is, and no other becomes valid.
    /// </summary>
    public static string Readable(string name)
    {
        var readable = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (!Rune.TryGetRuneAt(name, i, out var rune) || Rune.IsControl(rune) || rune.Value == 0xFFFE)
                readable.Append(CultureInfo.InvariantCulture, $"\\u{(int)name[i]:X4}");
            else if (rune.IsBmp)
                readable.Append(name[i]);
            else
                readable.Append(name, i++, 2);
        }

        return readable.ToString().ToNormalForm();
    }

    /// <summary>Throws unless <see cref="IsValid"/>.</summary>
    /// <exception cref="ArgumentException">The name cannot be held by a store.</exception>
    public static void ThrowIfInvalid(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException($"'{name}' is not a name that a store can hold.", nameof(name));
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
