namespace Press;

/// <summary>Keeps the few things that were used last, each under a name. It may be used by several at a time.</summary>
/// <param name="most">How many.</param>
internal sealed class LastUsed<T>(int most)
    where T : class
{
    // The one that was used last is at the end.
    private readonly List<(string Name, T Thing)> _kept = [];

    /// <summary>What is kept under a name, and stays; null if nothing is.</summary>
    public T? Find(string name)
    {
        lock (_kept)
            return _kept.Find(kept => kept.Name == name).Thing;
    }

    /// <summary>Takes out what is kept under a name, so that nobody else changes it at the same time; null if nothing is.</summary>
    public T? Take(string name)
    {
        lock (_kept)
        {
            var place = _kept.FindIndex(kept => kept.Name == name);
            if (place < 0)
                return null;
            var thing = _kept[place].Thing;
            _kept.RemoveAt(place);
            return thing;
        }
    }

    /// <summary>Keeps something in the place of what was kept under its name.</summary>
    public void Keep(string name, T thing)
    {
        lock (_kept)
        {
            _kept.RemoveAll(kept => kept.Name == name);
            _kept.Add((name, thing));
            if (_kept.Count > most)
                _kept.RemoveAt(0);
        }
    }
}
