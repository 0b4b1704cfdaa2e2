namespace Press;

/// <summary>Goes through the keys of a word.</summary>
internal ref struct SearchKeys(ReadOnlySpan<char> word)
{
    private readonly ReadOnlySpan<char> _word = word;
    private readonly bool _isUnspaced = !word.IsEmpty && SearchText.IsUnspaced(SearchText.RuneAt(word, 0));
    private int _next;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly SearchKeys GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _word.Length)
            return false;
        Current = _isUnspaced ? _word[_next..SearchText.EndOf(_word, _next)] : _word[..SearchText.BeginningOf(_word)];
        _next = _isUnspaced ? _next + SearchText.RuneAt(_word, _next).Utf16SequenceLength : _word.Length;
        return true;
    }
}
