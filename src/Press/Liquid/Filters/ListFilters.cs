using Fluid;
using Fluid.Values;

namespace Press;

/// <summary>Lists from lists.</summary>
internal static class ListFilters
{
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("where", WhereAsync);
        filters.AddFilter("find", FindAsync);
        filters.AddFilter("group_by", GroupByAsync);
        filters.AddFilter("sort", SortAsync);
        filters.Add("first", (input, _) => input is ArrayValue list ? list.Values.FirstOrDefault(NilValue.Instance) : FirstOf(input));
        filters.Add("last", (input, _) => input is ArrayValue list ? list.Values.LastOrDefault(NilValue.Instance) : NilValue.Instance);
        filters.AddFilter("size", async (input, _, context) => NumberValue.Create(input switch
        {
            ArrayValue list => list.Values.Count,
            StringValue => input.ToStringValue().Length,
            NumberValue => sizeof(long),
            DictionaryValue => (await input.GetValueAsync("size", context)).ToNumberValue(),
            _ => 0,
        }));
        filters.Add("push", (input, arguments) => input is ArrayValue list ? new ArrayValue([.. list.Values, arguments.At(0)]) : input);
        filters.Add("unshift", (input, arguments) => input is ArrayValue list ? new ArrayValue([arguments.At(0), .. list.Values]) : input);
        filters.Add("pop", (input, arguments) =>
            input is ArrayValue list ? new ArrayValue([.. list.Values.SkipLast(Count(arguments))]) : input);
        filters.Add("shift", (input, arguments) =>
            input is ArrayValue list ? new ArrayValue([.. list.Values.Skip(Count(arguments))]) : input);
    }

    /// <summary>What a filter goes over: the elements of a list, or the values of a mapping; null for all else.</summary>
    public static IReadOnlyList<FluidValue>? ElementsOf(FluidValue input, TemplateContext context) => input switch
    {
        ArrayValue list => list.Values,
        DictionaryValue => [.. input.Enumerate(context).OfType<ArrayValue>().Select(pair => pair.Values[1])],
        _ => null,
    };

    /// <summary>Groups with <c>name</c>, <c>items</c> and <c>size</c>, in the order in which their first elements come.</summary>
    public static FluidValue ToGroups(IEnumerable<(FluidValue Name, FluidValue Item)> items)
    {
        var groups = new Dictionary<string, (FluidValue Name, List<FluidValue> Items)>(StringComparer.Ordinal);
        foreach (var (name, item) in items)
        {
            var key = $"{name.Type} {RubyText.Of(name)}";
            if (!groups.TryGetValue(key, out var group))
                groups[key] = group = (name, []);
            group.Items.Add(item);
        }

        return new ArrayValue(
        [
            .. groups.Values.Select(group => new DictionaryValue(new Group(new Dictionary<string, FluidValue>(StringComparer.Ordinal)
            {
                ["name"] = group.Name,
                ["items"] = new ArrayValue(group.Items),
                ["size"] = NumberValue.Create(group.Items.Count),
            }))),
        ]);
    }

    private static FluidValue FirstOf(FluidValue input) =>
        input is DictionaryValue && input.Enumerate(new TemplateContext()).FirstOrDefault() is { } pair ? pair : NilValue.Instance;

    private static int Count(FilterArguments arguments) =>
        arguments.Count == 0 ? 1 : (int)Math.Clamp(arguments.At(0).ToNumberValue(), 0, int.MaxValue);

    private static async ValueTask<FluidValue> WhereAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (ElementsOf(input, context) is not { } elements || arguments.At(0).IsNil() || arguments.At(1) is ArrayValue or DictionaryValue)
            return input;
        var found = new List<FluidValue>();
        foreach (var element in elements)
        {
            if (await MatchesAsync(element, arguments, context))
                found.Add(element);
        }

        return new ArrayValue(found);
    }

    private static async ValueTask<FluidValue> FindAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (ElementsOf(input, context) is not { } elements || arguments.At(0).IsNil() || arguments.At(1) is ArrayValue or DictionaryValue)
            return input;
        foreach (var element in elements)
        {
            if (await MatchesAsync(element, arguments, context))
                return element;
        }

        return NilValue.Instance;
    }

    private static async ValueTask<bool> MatchesAsync(FluidValue element, FilterArguments arguments, TemplateContext context)
    {
        var property = await PropertyAsync(element, RubyText.Of(arguments.At(0)), context);
        // Liquid itself has a 'where' without a value: what is true.
        if (arguments.Count < 2)
            return property.ToBooleanValue();
        if (arguments.At(1).IsNil())
            return property.IsNil();
        var target = RubyText.Of(arguments.At(1));
        return property switch
        {
            ArrayValue list => list.Values.Any(value => RubyText.Of(value) == target),
            _ => !property.IsNil() && RubyText.Of(property) == target,
        };
    }

    private static async ValueTask<FluidValue> GroupByAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (ElementsOf(input, context) is not { } elements)
            return input;
        var named = new List<(FluidValue Name, FluidValue Item)>();
        foreach (var element in elements)
            named.Add((new StringValue(RubyText.Of(await PropertyAsync(element, RubyText.Of(arguments.At(0)), context))), element));
        return ToGroups(named);
    }

    private static async ValueTask<FluidValue> SortAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (ElementsOf(input, context) is not { } elements)
            return input;
        var name = RubyText.Of(arguments.At(0));
        var nothing = RubyText.Of(arguments.At(1)) == "last" ? 1 : -1;
        var keyed = new List<(FluidValue Key, FluidValue Item)>();
        foreach (var element in elements)
            keyed.Add((name is "" ? element : await PropertyAsync(element, name, context), element));
        return new ArrayValue([.. keyed.Order(Comparer<(FluidValue Key, FluidValue Item)>.Create((a, b) =>
            (a.Key.IsNil(), b.Key.IsNil()) switch
        {
            (true, true) => 0,
            (true, false) => nothing,
            (false, true) => -nothing,
            _ => RubyText.Compare(a.Key, b.Key),
        })).Select(pair => pair.Item)]);
    }

    private static async ValueTask<FluidValue> PropertyAsync(FluidValue element, string path, TemplateContext context)
    {
        foreach (var name in path.Split('.'))
            element = await element.GetValueAsync(name, context);
        return RubyText.Comparable(element);
    }

    /// <summary>A group. The library takes what it counts for its <c>size</c>.</summary>
    private sealed class Group(Dictionary<string, FluidValue> values) : IFluidIndexable
    {
        public int Count => (int)values["size"].ToNumberValue();

        public IEnumerable<string> Keys => values.Keys;

        public bool TryGetValue(string name, out FluidValue value) => values.TryGetValue(name, out value!);
    }
}
