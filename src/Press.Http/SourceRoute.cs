namespace Press.Http;

/// <summary>Source names as they come in a route.</summary>
internal static class SourceRoute
{
    private const string EncodedSlash = "%2F";

    /// <summary>
    /// The names that a route may mean, the likelier first. ASP.NET Core decodes all of a path but <c>%2F</c>, which is a slash to whoever
    /// wrote it.
    /// </summary>
    public static IEnumerable<string> NamesOf(string route)
    {
        var name = route.ToNormalForm();
        yield return name;
        if (name.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase))
            yield return name.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is found first.</summary>
    public static async Task<T?> FindAsync<T>(string route, Func<string, Task<T?>> find)
        where T : class
    {
        foreach (var name in NamesOf(route))
        {
            if (await find(name) is { } found)
                return found;
        }

        return null;
    }
}
