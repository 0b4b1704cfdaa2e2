using System.Runtime.InteropServices;

namespace Press;

/// <summary>A bound of a query: a day, as the posts themselves count days, or a moment.</summary>
public readonly record struct QueryDate
{
    // No place on earth is further from UTC.
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    private QueryDate(DateOnly? day, DateTimeOffset moment) => (Day, Moment) = (day, moment);

    private DateOnly? Day { get; }

    private DateTimeOffset Moment { get; }

    /// <summary>
    /// Reads <c>2025-03-24</c> as a day, and <c>2025-03-24T09:30:00+09:00</c> as a moment, in UTC if it names no offset; null if it is
    /// neither.
    /// </summary>
    public static QueryDate? Parse(string text)
    {
        if (FrontMatterDate.Parse(text, TimeZoneInfo.Utc) is not { } moment)
            return null;
        return text.Contains(':', StringComparison.Ordinal)
            ? new QueryDate(null, moment)
            : new QueryDate(DateOnly.FromDateTime(moment.DateTime), moment);
    }

    /// <summary>The posts between two bounds, both included; null bounds nothing.</summary>
    internal static PostSet Between(QueryDate? from, QueryDate? to, CatalogIndex index)
    {
        // Days are counted in the offset of each post: take the widest span that they can mean, and look at the posts near its ends
        // alone. Between the two nearest ends every post is within the bounds, whatever its offset.
        var all = index.All.AsSpan();
        var wide = index.Between(from?.Earliest() ?? DateTimeOffset.MinValue, to?.Latest() ?? DateTimeOffset.MaxValue);
        var sure = index.Between(from?.Later() ?? DateTimeOffset.MinValue, to?.Earlier() ?? DateTimeOffset.MaxValue);
        var (first, end) = (wide.Start.Value, wide.End.Value);
        var (sureFirst, sureEnd) = (Math.Clamp(sure.Start.Value, first, end), Math.Clamp(sure.End.Value, first, end));
        if (sureFirst >= sureEnd)
            (sureFirst, sureEnd) = (end, end);
        var found = new List<int>();
        foreach (var position in (ReadOnlySpan<int>)[.. all[first..sureFirst], .. all[sureEnd..end]])
        {
            var date = index.DateOf(position);
            if (!(from?.IsAfter(date) ?? false) && !(to?.IsBefore(date) ?? false))
                found.Add(position);
        }

        return PostSet.Of(sureFirst..sureEnd, CollectionsMarshal.AsSpan(found), all.Length);
    }

    private bool IsAfter(DateTimeOffset date) => Day is { } day ? day > DateOnly.FromDateTime(date.DateTime) : Moment > date;

    private bool IsBefore(DateTimeOffset date) => Day is { } day ? day < DateOnly.FromDateTime(date.DateTime) : Moment < date;

    private DateTimeOffset Earliest() => Day is null ? Moment : Moment - Min(WidestOffset, Moment - DateTimeOffset.MinValue);

    private DateTimeOffset Latest() =>
        Day is null ? Moment : Moment + Min(WidestOffset + TimeSpan.FromDays(1), DateTimeOffset.MaxValue - Moment);

    /// <summary>A moment from which on every post is at or after this bound.</summary>
    private DateTimeOffset Later() => Day is null ? Moment : Moment + Min(WidestOffset, DateTimeOffset.MaxValue - Moment);

    /// <summary>A moment up to which every post is at or before this bound.</summary>
    private DateTimeOffset Earlier() => Day is null ? Moment : Moment + (TimeSpan.FromDays(1) - WidestOffset - TimeSpan.FromTicks(1));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
