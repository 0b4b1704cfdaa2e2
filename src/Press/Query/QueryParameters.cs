using System.Collections.Immutable;

namespace Press;

/// <summary>The parameters of a request: those that it knows, less those that say nothing.</summary>
internal sealed class QueryParameters
{
    // A shorter name is near to every other: 't', with which some programs pass caches by, is not meant to be 'to'.
    private const int MinNearLength = 3;

    private readonly ILookup<string, string> _values;
    private readonly List<QueryFault> _faults = [];

    /// <summary>Reads names and values, decoded, in the order of the URL.</summary>
    /// <param name="parameters">An empty value says nothing. A name may come more than once.</param>
    /// <param name="known">A name that is nearly one of these is a fault; every other one is another program's, and passed over.</param>
    public QueryParameters(IEnumerable<KeyValuePair<string, string>> parameters, ImmutableArray<string> known)
    {
        var all = parameters.ToList();
        _values = all.Where(parameter => !string.IsNullOrWhiteSpace(parameter.Value))
            .ToLookup(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        foreach (var name in all.Select(parameter => parameter.Key).Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name)))
        {
            if (name.Length >= MinNearLength && NearestName.Of(name, known) is { } nearest)
                _faults.Add(new QueryFault(name, null, string.Join(", ", known), nearest));
        }
    }

    public ImmutableArray<QueryFault> Faults => [.. _faults];

    public void Refuse(QueryFault fault) => _faults.Add(fault);

    /// <summary>All values of a parameter.</summary>
    public IEnumerable<string> AllOf(string parameter) => _values[parameter];

    /// <summary>The names of a value, which commas part.</summary>
    public static string[] NamesIn(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of a parameter that has one; null if it is not said.</summary>
    public string? Single(string parameter)
    {
        var values = _values[parameter].ToList();
        if (values.Count > 1)
            Refuse(new QueryFault(parameter, string.Join(", ", values), "one value", null));
        return values.FirstOrDefault();
    }
}
