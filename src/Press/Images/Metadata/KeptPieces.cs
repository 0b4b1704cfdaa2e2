namespace Press;

/// <summary>Puts a file together from the pieces of another one that are to stay.</summary>
/// <param name="file">The other one.</param>
internal sealed class KeptPieces(ReadOnlyMemory<byte> file)
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private int _end;
    private bool _isWhole = true;

    /// <summary>Keeps a range; an empty one is none.</summary>
    public void Keep(int start, int end)
    {
        if (end <= start)
            return;
        _isWhole &= start == _end;
        _end = end;
        _pieces.Add(file[start..end]);
    }

    /// <summary>Puts something in the place of a range, unless that is the same already.</summary>
    public void Replace(int start, int end, ReadOnlyMemory<byte> with)
    {
        if (file.Span[start..end].SequenceEqual(with.Span))
        {
            Keep(start, end);
            return;
        }

        _isWhole = false;
        _pieces.Add(with);
    }

    /// <summary>The file: the very same if all of it stays.</summary>
    public ReadOnlyMemory<byte> ToFile()
    {
        if (_isWhole && _end == file.Length)
            return file;
        var bytes = new byte[_pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in _pieces)
        {
            piece.Span.CopyTo(bytes.AsSpan(at));
            at += piece.Length;
        }

        return bytes;
    }
}
