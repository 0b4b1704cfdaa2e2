using System.Buffers.Binary;

namespace Press;

/// <summary>Finds the items of a HEIF file (AVIF is one) that hold EXIF and XMP.</summary>
/// <seealso href="https://www.iso.org/standard/83650.html">ISO/IEC 23008-12, and 14496-12 for the boxes</seealso>
internal sealed class AvifItems
{
    private const int BoxHeader = 8;
    private const int FullBoxHeader = 12;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<uint, bool> _metadata = [];
    private readonly List<MetadataPlace> _places = [];
    private readonly int _itemData;

    public AvifItems(ReadOnlyMemory<byte> file)
    {
        _file = file;
        if (Boxes(0, file.Length).FirstOrDefault(box => box.Is("meta", file)) is not { End: > 0 } meta)
            return;
        var parts = Boxes(meta.Start + FullBoxHeader, meta.End).ToList();
        _itemData = parts.Find(box => box.Is("idat", file)).Start + BoxHeader;
        foreach (var box in parts.Where(box => box.Is("iinf", file)))
            ReadNames(box);
        foreach (var box in parts.Where(box => box.Is("iloc", file)))
            ReadPlaces(new Cursor(file, box.Start + BoxHeader, box.End));
    }

    /// <summary>Where the metadata lies in the file; nothing that reaches beyond it.</summary>
    public IEnumerable<MetadataPlace> Metadata() => _places;

    /// <summary>The boxes of a range, until one that does not fit into it.</summary>
    private IEnumerable<Box> Boxes(int at, int end)
    {
        while (at + BoxHeader <= end)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(_file.Span[at..]);
            // 0: to the end. 1: more than 4 GiB, which no picture here has.
            if (length == 0)
                length = end - at;
            if (length < BoxHeader || at + length > end)
                yield break;
            yield return new Box(at, (int)(at + length));
            at += (int)length;
        }
    }

    private void ReadNames(Box list)
    {
        var header = new Cursor(_file, list.Start + BoxHeader, list.End);
        var version = header.Take(4) >> 24;
        header.Take(version == 0 ? 2 : 4);
        foreach (var box in Boxes(header.At, list.End))
        {
            var entry = new Cursor(_file, box.Start + BoxHeader, box.End);
            var item = entry.Take(4) >> 24 is var kind && kind >= 3 ? entry.Take(4) : entry.Take(2);
            entry.Take(2);
            var type = entry.Take(4);
            if (kind >= 2 && type == 0x45786966) // Exif
                _metadata[item] = true;
            else if (kind >= 2 && type == 0x6D696D65) // mime
                _metadata[item] = false;
        }
    }

    private void ReadPlaces(Cursor box)
    {
        var version = box.Take(4) >> 24;
        var sizes = box.Take(2);
        var (offsetSize, lengthSize, baseSize, indexSize) =
            ((int)(sizes >> 12), (int)(sizes >> 8) & 15, (int)(sizes >> 4) & 15, (int)sizes & 15);
        var wide = version >= 2 ? 4 : 2;
        for (var left = box.Take(wide); left > 0 && !box.IsAtEnd; left--)
        {
            var item = box.Take(wide);
            var method = version >= 1 ? box.Take(2) & 15 : 0;
            box.Take(2);
            var start = box.Take(baseSize);
            for (var extents = box.Take(2); extents > 0 && !box.IsAtEnd; extents--)
            {
                if (version >= 1)
                    box.Take(indexSize);
                var from = (long)start + box.Take(offsetSize) + (method == 1 ? _itemData : 0);
                var length = (long)box.Take(lengthSize);
                if (method <= 1 && _metadata.TryGetValue(item, out var isExif) && length > 0 && from + length <= _file.Length)
                    _places.Add(new MetadataPlace((int)from, (int)(from + length), isExif));
            }
        }
    }

    private readonly record struct Box(int Start, int End)
    {
        public bool Is(string type, ReadOnlyMemory<byte> file) => System.Text.Ascii.Equals(file.Span[(Start + 4)..(Start + 8)], type);
    }

    /// <summary>Takes numbers one after another; beyond the end all are 0.</summary>
    private sealed class Cursor(ReadOnlyMemory<byte> file, int at, int end)
    {
        public int At { get; private set; } = at;

        public bool IsAtEnd => At >= end;

        public uint Take(int bytes)
        {
            ulong number = 0;
            for (var i = 0; i < bytes && At < end; i++)
                number = (number << 8) | file.Span[At++];
            return number > uint.MaxValue ? uint.MaxValue : (uint)number;
        }
    }
}

/// <summary>Where metadata lies in a file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind its last.</param>
/// <param name="IsExif">Else it is XMP, or something else that has a media type.</param>
internal readonly record struct MetadataPlace(int Start, int End, bool IsExif);
