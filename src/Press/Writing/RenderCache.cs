namespace Press;

/// <summary>Keeps files that were made, by what they were made of: the last ones that were asked for, up to a number of bytes.</summary>
internal sealed class RenderCache(long mostBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, LinkedListNode<(UInt128 Key, RenderedFile File)>> _byKey = [];
    private readonly LinkedList<(UInt128 Key, RenderedFile File)> _newest = new();
    private long _bytes;

    /// <summary>The file, made now if it is not kept.</summary>
    public async ValueTask<RenderedFile> GetOrRenderAsync(PlannedFile file, SiteState site, CancellationToken cancellationToken)
    {
        var key = KeyOf(file);
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var found))
            {
                _newest.Remove(found);
                _newest.AddFirst(found);
                return found.Value.File;
            }
        }

        var rendered = await site.RenderAsync(file, cancellationToken);
        lock (_gate)
        {
            if (!_byKey.ContainsKey(key))
            {
                _byKey[key] = _newest.AddFirst((key, rendered));
                _bytes += rendered.Content.Bytes.Length;
            }

            while (_bytes > mostBytes && _newest.Last is { } last && last != _newest.First)
            {
                _newest.RemoveLast();
                _byKey.Remove(last.Value.Key);
                _bytes -= last.Value.File.Content.Bytes.Length;
            }
        }

        return rendered;
    }

    // Feeds are made of the same in three forms.
    private static UInt128 KeyOf(PlannedFile file)
    {
        var hash = new HashBuilder();
        hash.Add(file.Name);
        hash.Add(file.MadeOf);
        return hash.ToHash();
    }
}
