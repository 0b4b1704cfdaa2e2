using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Press;

/// <summary>
/// The ids of a page, as a hash of each: enough to say that a link leads to none of them, and small enough to be kept of every post. Of
/// four billion wrong ones it takes one for right.
/// </summary>
internal sealed class Anchors
{
    private readonly FrozenSet<uint> _hashes;

    private Anchors(IEnumerable<uint> hashes) => _hashes = hashes.ToFrozenSet();

    /// <summary>The hashes of some ids as a text: four bytes each, in Base64.</summary>
    public static string Pack(IEnumerable<string> ids)
    {
        var hashes = ids.Select(Hash).Distinct().Order().ToList();
        var bytes = new byte[hashes.Count * sizeof(uint)];
        for (var place = 0; place < hashes.Count; place++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(place * sizeof(uint)), hashes[place]);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>What was packed.</summary>
    public static Anchors Unpack(string packed)
    {
        var bytes = Convert.FromBase64String(packed);
        return new Anchors(Enumerable.Range(0, bytes.Length / sizeof(uint)).Select(place =>
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place * sizeof(uint)))));
    }

    /// <summary>Whether one of them is this id.</summary>
    public bool Contains(string id) => _hashes.Contains(Hash(id));

    /// <summary>FNV-1a over UTF-16 units.</summary>
    /// <seealso href="https://datatracker.ietf.org/doc/draft-eastlake-fnv/"/>
    private static uint Hash(string id)
    {
        var hash = 2166136261u;
        foreach (var unit in id)
            hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
