using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Press;

/// <summary>
/// Brings the links of a post below the base URL of the site, and collects those that lead to the site itself: where they lead, and
/// whether there is anything, is known only when all sources have been read. A relative link stays as it is until then.
/// </summary>
/// <param name="settings">Know the base URL and the host.</param>
internal sealed class LinkRewriter(SiteSettings settings)
{
    // In the order in which links are found in an element.
    private static readonly string[] Linking = ["href", "src", "poster"];

    private readonly Dictionary<string, Found> _found = new(StringComparer.Ordinal);

    /// <summary>The link as it stands on the page. One that leads elsewhere, or nowhere, stays as it was written.</summary>
    /// <param name="url">The link as it was written.</param>
    /// <param name="position">Where that is.</param>
    public string Rewrite(string url, TextPosition position) => Rewrite(url, () => position, isRaw: false);

    /// <summary>Rewrites what an element loads or links to.</summary>
    /// <param name="element">The element.</param>
    /// <param name="lineOf">The line of the file on which it begins; asked for only if it has a link of the site.</param>
    public void Rewrite(IElement element, Func<int> lineOf)
    {
        foreach (var name in Linking)
        {
            if (element.GetAttribute(name) is { } url)
                element.SetAttribute(name, Rewrite(url, PositionOf, isRaw: true));
        }

        if (element.GetAttribute("srcset") is { } sources)
            element.SetAttribute("srcset", LinkAttributes.InSourceSet(sources, url => Rewrite(url, PositionOf, isRaw: true)));
        if (element.LocalName == "img" && !element.HasAttribute("decoding"))
            element.SetAttribute("decoding", "async");

        TextPosition PositionOf() => new(lineOf(), 1);
    }

    /// <summary>The attributes of an element as <see cref="Rewrite(IElement, Func{int})"/> leaves them.</summary>
    /// <param name="tag">The element's start tag, without a <c>srcset</c>.</param>
    /// <param name="lineOf">As for the other.</param>
    public IReadOnlyList<StrictAttribute> Rewritten(StrictTag tag, Func<int> lineOf)
    {
        if (tag.Name != "img" && !tag.Attributes.Any(attribute => Linking.Contains(attribute.Name)))
            return tag.Attributes;
        var attributes = tag.Attributes.ToList();
        foreach (var name in Linking)
        {
            var place = attributes.FindIndex(attribute => attribute.Name == name);
            if (place >= 0)
                attributes[place] = new StrictAttribute(name, Rewrite(attributes[place].Value, () => new(lineOf(), 1), isRaw: true));
        }

        if (tag.Name == "img" && tag.ValueOf("decoding") is null)
            attributes.Add(new StrictAttribute("decoding", "async"));
        return attributes;
    }

    /// <summary>The links of the site, each once, in the order in which they were found. A fragment that the post has is left
    /// out.</summary>
    /// <param name="ids">The ids and anchors of the post.</param>
    /// <param name="text">The whole file: it says in which column raw HTML has a link.</param>
    public ImmutableArray<PostLink> Links(IReadOnlySet<string> ids, string text)
    {
        var lines = _found.Values.Any(found => found.IsRaw) ? text.Split('\n') : [];
        return [.. _found.Where(found => found.Key[0] != '#'
            || !ids.Contains(found.Key[1..])).Select(found => Link(found.Key, found.Value))];

        PostLink Link(string url, Found found)
        {
            var column = found.IsRaw
                && found.Position.Line <= lines.Length
                ? lines[found.Position.Line - 1].IndexOf(found.Written, StringComparison.Ordinal) : -1;
            return new PostLink(
                url,
                column < 0 ? found.Position : found.Position with { Column = column + 1 },
                url[0] == '#' ? NearestName.Of(url[1..], ids) : null);
        }
    }

    private string Rewrite(string written, Func<TextPosition> positionOf, bool isRaw)
    {
        var url = Composed(written);
        if (url is "" || url[0] is '?' or ':' || url.StartsWith("//", StringComparison.Ordinal))
            return url;
        if (HasScheme(url))
        {
            if (settings.WithoutHost(url) is { } local && local != url && IsBelowBase(local))
                Collect(url);
            return url;
        }

        if (url[0] == '/' && !IsBelowBase(url))
            url = settings.BaseUrl + url;
        Collect(url);
        return url;

        void Collect(string link)
        {
            var key = UrlPath.Decode(link);
            // What Liquid will put there is not known here.
            if (key is "#" || key.Contains("{{", StringComparison.Ordinal) || key.Contains("{%", StringComparison.Ordinal)
                || _found.ContainsKey(key))
                return;
            _found.Add(key, new Found(written, positionOf(), isRaw));
        }
    }

    /// <summary>The link in NFC, percent-encoded letters too: so are the names of all files of the site.</summary>
    private static string Composed(string url)
    {
        url = url.Trim();
        if (!url.Contains('%', StringComparison.Ordinal) || Uri.UnescapeDataString(url) is var decoded && decoded.IsNormalForm())
            return url.ToNormalForm();
        var link = new PostLink(decoded.ToNormalForm(), TextPosition.Start);
        return HasScheme(url) ? url : UrlPath.Encode(link.Path) + link.Suffix;
    }

    private bool IsBelowBase(string path) =>
        settings.BaseUrl is "" || path == settings.BaseUrl || path.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal);

    private static bool HasScheme(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end > 0 && url[end] == ':';
    }

    private sealed record Found(string Written, TextPosition Position, bool IsRaw);
}
