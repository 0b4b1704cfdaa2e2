using System.Collections.Immutable;

namespace Press;

/// <summary>A bound of a query: a day, as the posts themselves count days, or a moment.</summary>
public readonly record struct QueryDate
{
    // No place on earth is further from UTC.
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    private QueryDate(DateOnly? day, DateTimeOffset moment) => (Day, Moment) = (day, moment);

    private DateOnly? Day { get; }

    private DateTimeOffset Moment { get; }

    /// <summary>Reads <c>2025-03-24</c> as a day, and <c>2025-03-24T09:30:00+09:00</c> as a moment, in UTC if it names no offset; null if it is neither.</summary>
    public static QueryDate? Parse(string text)
    {
        if (FrontMatterDate.Parse(text, TimeZoneInfo.Utc) is not { } moment)
            return null;
        return text.Contains(':', StringComparison.Ordinal) ? new QueryDate(null, moment) : new QueryDate(DateOnly.FromDateTime(moment.DateTime), moment);
    }

    /// <summary>The posts between two bounds, both included; null bounds nothing.</summary>
    internal static ImmutableArray<int> Between(QueryDate? from, QueryDate? to, CatalogIndex index)
    {
        // Days are counted in the offset of each post: take the widest span that they can mean, then look at those alone.
        var near = index.Between(from?.Earliest() ?? DateTimeOffset.MinValue, to?.Latest() ?? DateTimeOffset.MaxValue);
        return [.. near.Where(position => !(from?.IsAfter(index.DateOf(position)) ?? false) && !(to?.IsBefore(index.DateOf(position)) ?? false))];
    }

    private bool IsAfter(DateTimeOffset date) => Day is { } day ? day > DateOnly.FromDateTime(date.DateTime) : Moment > date;

    private bool IsBefore(DateTimeOffset date) => Day is { } day ? day < DateOnly.FromDateTime(date.DateTime) : Moment < date;

    private DateTimeOffset Earliest() => Day is null ? Moment : Moment - Min(WidestOffset, Moment - DateTimeOffset.MinValue);

    private DateTimeOffset Latest() => Day is null ? Moment : Moment + Min(WidestOffset + TimeSpan.FromDays(1), DateTimeOffset.MaxValue - Moment);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
