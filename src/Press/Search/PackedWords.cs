using System.Buffers.Binary;
using System.IO.Compression;

namespace Press;

/// <summary>How the words of posts are stored, each under a key.</summary>
internal static class PackedWords
{
    private const int KeyLength = 16;

    /// <summary>The words of some posts as one item.</summary>
    public static byte[] Of(IEnumerable<(UInt128 Key, PostWords Words)> posts)
    {
        using var whole = new MemoryStream();
        Span<byte> head = stackalloc byte[KeyLength + sizeof(int)];
        foreach (var (key, words) in posts)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(head, key);
            BinaryPrimitives.WriteInt32LittleEndian(head[KeyLength..], words.Bytes.Length);
            whole.Write(head);
            whole.Write(words.Bytes.Span);
        }

        using var packed = new MemoryStream();
        // In one piece: written post by post it would be three times as long.
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest))
            stream.Write(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        return packed.ToArray();
    }

    /// <summary>What is in an item. One that is not as it was packed is as good as none.</summary>
    public static Dictionary<UInt128, PostWords> Read(ReadOnlyMemory<byte> packed)
    {
        var read = new Dictionary<UInt128, PostWords>();
        try
        {
            using var stream = new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var head = new byte[KeyLength + sizeof(int)];
            while (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(KeyLength));
                if (length is < 0 or > PostWords.MaxBytes)
                    return [];
                var words = new byte[length];
                stream.ReadExactly(words);
                read[BinaryPrimitives.ReadUInt128LittleEndian(head)] = new PostWords(words);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            return [];
        }

        return read;
    }
}
