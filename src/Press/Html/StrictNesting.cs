using System.Buffers;
using System.Collections.Frozen;

namespace Press;

/// <summary>
/// Follows the elements of a fragment, and accepts only what a parser leaves where it was written: each element is closed, in its
/// order, and stands where no rule of the parser moves it, ends it early or adds another one.
/// </summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody"/>
internal sealed class StrictNesting
{
    // HtmlCost bounds how many elements are open at once. So few it never refuses, however many tags there are.
    private const int MaxDepth = 12;

    private static readonly FrozenSet<string> Void = Set("br", "hr", "img", "source", "track", "wbr");

    private static readonly FrozenSet<string> Inline = Set(
        "a", "abbr", "audio", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark",
        "picture", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "video");

    private static readonly FrozenSet<string> Headings = Set("h1", "h2", "h3", "h4", "h5", "h6");

    // They end a paragraph that is open.
    private static readonly FrozenSet<string> Blocks = Set(
        "address", "article", "aside", "blockquote", "details", "div", "dl", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul");

    // They stand in these alone; elsewhere they end others, or others are added around them.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Parents = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Set("ol", "ul"),
        ["dt"] = Set("dl"),
        ["dd"] = Set("dl"),
        ["thead"] = Set("table"),
        ["tbody"] = Set("table"),
        ["tfoot"] = Set("table"),
        ["tr"] = Set("tbody", "tfoot", "thead"),
        ["td"] = Set("tr"),
        ["th"] = Set("tr"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What else stands in them, a parser puts before the table.
    private static readonly FrozenSet<string> OfTables = Set("table", "tbody", "tfoot", "thead", "tr");

    // HTML's own (Infra Standard, section 4.6): what else is a blank to Unicode is text.
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\n\f\r ");

    private readonly List<string> _open = [];

    /// <summary>Whether all elements are closed.</summary>
    public bool IsClosed => _open.Count == 0;

    private string? Innermost => _open.Count > 0 ? _open[^1] : null;

    /// <summary>Whether a text may stand here.</summary>
    /// <param name="text">The text from the last tag to the next.</param>
    public bool Accepts(ReadOnlySpan<char> text) =>
        Innermost is null || !OfTables.Contains(Innermost) || !text.ContainsAnyExcept(Blanks);

    /// <summary>Whether a tag may stand here; then it counts.</summary>
    /// <param name="tag">The next tag.</param>
    public bool Accepts(StrictTag tag)
    {
        if (tag.Kind == StrictTagKind.End)
            return Innermost == tag.Name && RemoveInnermost();
        if (!MayBegin(tag.Name))
            return false;
        if (Void.Contains(tag.Name))
            return true;
        _open.Add(tag.Name);
        return tag.Kind == StrictTagKind.Start && _open.Count <= MaxDepth;
    }

    private bool MayBegin(string name)
    {
        if (Parents.TryGetValue(name, out var parents))
            return Innermost is not null && parents.Contains(Innermost);
        if (Innermost is not null && OfTables.Contains(Innermost))
            return false;
        if (Blocks.Contains(name) || name is "hr")
            return !_open.Contains("p") && !(Headings.Contains(name) && _open.Exists(Headings.Contains));
        return (Inline.Contains(name) || Void.Contains(name)) && !(name is "a" && _open.Contains("a"));
    }

    private bool RemoveInnermost()
    {
        _open.RemoveAt(_open.Count - 1);
        return true;
    }

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);
}
