using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Press;

/// <summary>
/// Gathers all that a file is made of, and makes one hash of it: XXH128, which is fast and no secret. Everything is written with its
/// length or its kind, so that two different lists of things never look alike.
/// </summary>
/// <seealso href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md"/>
internal ref struct HashBuilder
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public HashBuilder()
    {
    }

    /// <summary>The hash of bytes alone.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> bytes) => XxHash128.HashToUInt128(bytes);

    /// <summary>The hash of a text alone.</summary>
    public static UInt128 Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>The hash of hashes, in their order.</summary>
    public static UInt128 OfAll(params IEnumerable<UInt128> hashes)
    {
        var all = new HashBuilder();
        foreach (var hash in hashes)
            all.Add(hash);
        return all.ToHash();
    }

    public void Add(UInt128 hash) => BinaryPrimitives.WriteUInt128LittleEndian(Take(16), hash);

    public void Add(long number) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), number);

    public void Add(bool value) => Take(1)[0] = value ? (byte)1 : (byte)0;

    public void Add(string? text)
    {
        Add(text?.Length ?? -1L);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(Take(bytes.Length));
    }

    public void Add(DateTimeOffset moment)
    {
        Add(moment.Ticks);
        Add(moment.Offset.Ticks);
    }

    /// <summary>The hash of all that was added; nothing may be added any more.</summary>
    public UInt128 ToHash()
    {
        var hash = Of(_bytes.AsSpan(0, _length));
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        return hash;
    }

    private Span<byte> Take(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(length);
        var taken = _bytes.AsSpan(_length, length);
        _length += length;
        return taken;
    }

    private void Grow(int length)
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + length));
        _bytes.AsSpan(0, _length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
