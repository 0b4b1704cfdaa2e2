using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Press.Http;

/// <summary>The links from one page of a listing to the others (RFC 8288).</summary>
internal static class PageLinks
{
    /// <summary>
    /// First, prev, next and last, where there are such pages. They are relative to the host, and so right behind any proxy.
    /// </summary>
    public static string Of(HttpRequest request, IEnumerable<KeyValuePair<string, string>> parameters, PostListing listing)
    {
        var others = parameters.Where(parameter => parameter.Key != "page").ToList();
        var links = new List<string> { Link("first", 1) };
        if (listing.Page > 1)
            links.Add(Link("prev", Math.Min(listing.Page - 1, listing.TotalPages)));
        if (listing.Page < listing.TotalPages)
            links.Add(Link("next", listing.Page + 1));
        links.Add(Link("last", listing.TotalPages));
        return string.Join(", ", links);

        string Link(string relation, int page)
        {
            var query = new QueryBuilder(others) { { "page", page.ToString(CultureInfo.InvariantCulture) } };
            return $"<{request.PathBase}{request.Path.ToUriComponent()}{query}>; rel=\"{relation}\"";
        }
    }
}
