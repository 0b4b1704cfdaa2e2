using Fluid.Values;

namespace Press;

/// <summary>
/// Values of a template by name. Each is made when it is first asked for: of what a page could show, its layout shows a part. Any thread
/// may ask.
/// </summary>
/// <param name="values">As they are known; they do not change any more.</param>
internal sealed class LiquidMapping(IDictionary<string, object?> values) : IFluidIndexable
{
    private readonly Lock _lock = new();

    // Those that cost something to make.
    private Dictionary<string, FluidValue>? _made;

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public bool TryGetValue(string name, out FluidValue value)
    {
        value = NilValue.Instance;
        if (!values.TryGetValue(name, out var known))
            return false;
        if (LiquidValues.IsSimple(known))
        {
            value = LiquidValues.From(known);
            return true;
        }

        lock (_lock)
        {
            if (_made?.TryGetValue(name, out value!) == true)
                return true;
        }

        // Made twice it is the same; only to make it may take long, or ask for others.
        value = LiquidValues.From(known);
        lock (_lock)
        {
            _made ??= new Dictionary<string, FluidValue>(StringComparer.Ordinal);
            if (!_made.TryAdd(name, value))
                value = _made[name];
        }

        return true;
    }
}
