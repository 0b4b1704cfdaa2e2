using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>Reads the parameters of the index API. A value of the wrong form is a fault, a name that no post has a notice.</summary>
public sealed class PostQueryReader
{
    /// <summary>The parameters of <c>/api/posts</c>.</summary>
    public static readonly ImmutableArray<string> Parameters =
        ["tag", "category", "author", "lang", "featured", "q", "from", "to", "sort", "page", "pageSize", "fields"];

    private static readonly Dictionary<string, PostOrder> Orders = new(StringComparer.Ordinal)
    {
        ["-date"] = PostOrder.NewestFirst,
        ["date"] = PostOrder.OldestFirst,
        ["title"] = PostOrder.Title,
        ["-title"] = PostOrder.TitleBackwards,
        ["-updated"] = PostOrder.LastUpdatedFirst,
    };

    private static readonly Dictionary<string, bool?> YesOrNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["false"] = false,
        ["1"] = true,
        ["0"] = false,
    };

    private readonly Catalog _catalog;
    private readonly QueryParameters _parameters;
    private readonly List<QueryNotice> _notices = [];

    private PostQueryReader(QueryParameters parameters, Catalog catalog) => (_parameters, _catalog) = (parameters, catalog);

    /// <summary>Reads all parameters and finds all faults at once.</summary>
    /// <param name="parameters">Names and values, decoded, in the order of the URL; a name may come more than once.</param>
    /// <param name="catalog">Knows which tags, categories, authors and languages there are.</param>
    public static QueryReading Read(IEnumerable<KeyValuePair<string, string>> parameters, Catalog catalog)
    {
        var reader = new PostQueryReader(new QueryParameters(parameters, Parameters), catalog);
        var query = reader.ReadPosts();
        return reader.ToReading(query);
    }

    /// <summary>Reads the parameters of a request for one post or for tags: <c>lang</c>, and <c>fields</c> if it has fields.</summary>
    /// <param name="parameters">As for <see cref="Read"/>.</param>
    /// <param name="catalog">As for <see cref="Read"/>.</param>
    /// <param name="fields">The fields of its answer; empty if it has no <c>fields</c>.</param>
    public static QueryReading ReadLanguage(
        IEnumerable<KeyValuePair<string, string>> parameters, Catalog catalog, ImmutableArray<string> fields = default)
    {
        ImmutableArray<string> known = fields.IsDefaultOrEmpty ? ["lang"] : ["lang", "fields"];
        var reader = new PostQueryReader(new QueryParameters(parameters, known), catalog);
        var query = new PostQuery { Language = reader.Language(), Fields = fields.IsDefaultOrEmpty ? [] : reader.Fields(fields) };
        return reader.ToReading(query);
    }

    private QueryReading ToReading(PostQuery query) =>
        _parameters.Faults is { IsEmpty: false } faults ? new(null, faults, []) : new(query, [], [.. _notices]);

    private PostQuery ReadPosts() => new()
    {
        Tags = Names("tag", _catalog.Index.Tags),
        Categories = Names("category", _catalog.Index.Categories),
        Authors = Names("author", _catalog.Index.Authors),
        Language = Language(),
        Featured = Choice("featured", YesOrNo, ["true", "false"], null),
        Text = _parameters.Single("q"),
        From = Date("from"),
        To = Date("to"),
        Order = Choice("sort", Orders, Orders.Keys, PostOrder.NewestFirst),
        Page = Number("page", 1, int.MaxValue),
        PageSize = Number("pageSize", PostQuery.DefaultPageSize, PostQuery.MaxPageSize),
        Fields = Fields(PostFields.OfEntry),
    };

    /// <summary>Each value is a group, parted by commas. Nothing is found by a name that no post has.</summary>
    private ImmutableArray<ImmutableArray<string>> Names(string parameter, NameIndex index)
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var names in _parameters.AllOf(parameter).Select(QueryParameters.NamesIn).Where(names => names is not []))
        {
            var listed = index.Names.Where(known => index.LanguagesOf(known) is not []);
            foreach (var name in names.Where(name => index.LanguagesOf(name) is []))
                _notices.Add(new QueryNotice(parameter, name, NearestName.Of(name, listed)));
            groups.Add([.. names]);
        }

        return groups.ToImmutable();
    }

    /// <summary>The language in the spelling of the catalog; as it came if no post has it.</summary>
    private string? Language()
    {
        if (_parameters.Single("lang") is not { } written)
            return null;
        var known = _catalog.ListedLanguages;
        if (known.FirstOrDefault(language => language.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } language)
            return language;
        _notices.Add(new QueryNotice("lang", written, NearestName.Of(written, known)));
        return written;
    }

    private ImmutableArray<string> Fields(ImmutableArray<string> known)
    {
        ImmutableArray<string> fields =
            [.. _parameters.AllOf("fields").SelectMany(QueryParameters.NamesIn).Distinct(StringComparer.Ordinal)];
        foreach (var field in fields.Where(field => !known.Contains(field)))
            _parameters.Refuse(new QueryFault("fields", field, string.Join(", ", known), NearestName.Of(field, known)));
        return fields;
    }

    private T Choice<T>(string parameter, Dictionary<string, T> choices, IEnumerable<string> shown, T otherwise)
    {
        if (_parameters.Single(parameter) is not { } written)
            return otherwise;
        if (choices.TryGetValue(written, out var choice))
            return choice;
        _parameters.Refuse(new QueryFault(parameter, written, string.Join(", ", shown), NearestName.Of(written, shown)));
        return otherwise;
    }

    private QueryDate? Date(string parameter)
    {
        if (_parameters.Single(parameter) is not { } written)
            return null;
        if (QueryDate.Parse(written) is { } date)
            return date;
        _parameters.Refuse(new QueryFault(parameter, written, "a day, 2025-03-24, or a moment, 2025-03-24T09:30:00Z", null));
        return null;
    }

    private int Number(string parameter, int otherwise, int most)
    {
        if (_parameters.Single(parameter) is not { } written)
            return otherwise;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        var allowed = most == int.MaxValue ? "a whole number from 1" : $"a whole number from 1 to {most}";
        _parameters.Refuse(new QueryFault(parameter, written, allowed, null));
        return otherwise;
    }
}
