using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>Reads the parameters of <c>/api/posts</c>. What it does not know is a fault, never passed over.</summary>
public sealed class PostQueryReader
{
    private static readonly ImmutableArray<string> Parameters =
        ["tag", "category", "lang", "featured", "hidden", "q", "from", "to", "sort", "page", "pageSize"];

    private static readonly Dictionary<string, PostOrder> Orders = new(StringComparer.Ordinal)
    {
        ["-date"] = PostOrder.NewestFirst,
        ["date"] = PostOrder.OldestFirst,
        ["title"] = PostOrder.Title,
        ["-updated"] = PostOrder.LastUpdatedFirst,
    };

    private readonly Catalog _catalog;
    private readonly ILookup<string, string> _values;
    private readonly List<QueryFault> _faults = [];

    private PostQueryReader(IEnumerable<KeyValuePair<string, string>> parameters, Catalog catalog) =>
        (_values, _catalog) = (parameters.ToLookup(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal), catalog);

    /// <summary>Reads all parameters and finds all faults at once.</summary>
    /// <param name="parameters">Names and values, decoded, in the order of the URL; a name may come more than once.</param>
    /// <param name="catalog">Knows which tags, categories and languages there are.</param>
    /// <returns>The query and no faults, or null and at least one.</returns>
    public static (PostQuery? Query, ImmutableArray<QueryFault> Faults) Read(IEnumerable<KeyValuePair<string, string>> parameters, Catalog catalog)
    {
        var reader = new PostQueryReader(parameters, catalog);
        var query = reader.Read();
        return reader._faults.Count == 0 ? (query, []) : (null, [.. reader._faults]);
    }

    /// <summary>The language that a request names, in the spelling of the catalog; null, and perhaps a fault, if there is none.</summary>
    public static (string? Language, ImmutableArray<QueryFault> Faults) ReadLanguage(IEnumerable<KeyValuePair<string, string>> parameters, Catalog catalog)
    {
        var reader = new PostQueryReader(parameters, catalog);
        reader.RefuseUnknown(["lang"]);
        return (reader.Language(), [.. reader._faults]);
    }

    /// <summary>Every parameter is unknown to a request that takes none.</summary>
    public static ImmutableArray<QueryFault> ReadNone(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new PostQueryReader(parameters, Catalog.Empty);
        reader.RefuseUnknown([]);
        return [.. reader._faults];
    }

    private PostQuery Read()
    {
        RefuseUnknown(Parameters);
        var query = new PostQuery
        {
            Tags = Names("tag", _catalog.Index.Tags),
            Categories = Names("category", _catalog.Index.Categories),
            Language = Language(),
            Featured = Choice("featured", new Dictionary<string, bool?> { ["true"] = true, ["false"] = false }, null),
            Hidden = Choice("hidden", new Dictionary<string, bool?> { ["false"] = false, ["true"] = true, ["any"] = null }, false),
            Text = Text("q"),
            From = Date("from"),
            To = Date("to"),
            Order = Choice("sort", Orders, PostOrder.NewestFirst),
            Page = Number("page", 1, int.MaxValue),
            PageSize = Number("pageSize", PostQuery.DefaultPageSize, PostQuery.MaxPageSize),
        };
        return query;
    }

    private void RefuseUnknown(ImmutableArray<string> known)
    {
        foreach (var name in _values.Select(values => values.Key).Where(name => !known.Contains(name)))
            _faults.Add(new QueryFault(name, null, known is [] ? "no parameters here" : string.Join(", ", known), NearestName.Of(name, known)));
    }

    /// <summary>Each value is a group, parted by commas; a name that no post has is a fault.</summary>
    private ImmutableArray<ImmutableArray<string>> Names(string parameter, NameIndex index)
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var value in _values[parameter])
        {
            var names = value.Split(',', StringSplitOptions.TrimEntries);
            foreach (var name in names.Where(name => index.Find(name) is null))
                _faults.Add(new QueryFault(parameter, name, $"a {parameter} that a post has, by name or slug; several joined by commas mean any of them", NearestName.Of(name, index.Names)));
            groups.Add([.. names]);
        }

        return groups.ToImmutable();
    }

    private string? Language()
    {
        if (Single("lang") is not { } written)
            return null;
        var known = _catalog.Languages;
        if (known.FirstOrDefault(language => language.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } language)
            return language;
        _faults.Add(new QueryFault("lang", written, string.Join(", ", known), NearestName.Of(written, known)));
        return null;
    }

    private T Choice<T>(string parameter, Dictionary<string, T> choices, T otherwise)
    {
        if (Single(parameter) is not { } written)
            return otherwise;
        if (choices.TryGetValue(written, out var choice))
            return choice;
        _faults.Add(new QueryFault(parameter, written, string.Join(", ", choices.Keys), NearestName.Of(written, choices.Keys)));
        return otherwise;
    }

    private string? Text(string parameter)
    {
        if (Single(parameter) is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text;
        _faults.Add(new QueryFault(parameter, text, "one or more words", null));
        return null;
    }

    private QueryDate? Date(string parameter)
    {
        if (Single(parameter) is not { } written)
            return null;
        if (QueryDate.Parse(written) is { } date)
            return date;
        _faults.Add(new QueryFault(parameter, written, "a day, 2025-03-24, or a moment, 2025-03-24T09:30:00Z", null));
        return null;
    }

    private int Number(string parameter, int otherwise, int most)
    {
        if (Single(parameter) is not { } written)
            return otherwise;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        _faults.Add(new QueryFault(parameter, written, most == int.MaxValue ? "a whole number from 1" : $"a whole number from 1 to {most}", null));
        return otherwise;
    }

    private string? Single(string parameter)
    {
        var values = _values[parameter].ToList();
        if (values.Count > 1)
            _faults.Add(new QueryFault(parameter, string.Join(", ", values), "one value", null));
        return values.FirstOrDefault();
    }
}
