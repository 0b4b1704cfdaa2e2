using System.Text;

namespace Press;

/// <summary>
/// HTML of which a strict look proves that the sanitiser would take nothing out of it, nor move anything. Most HTML in posts is such:
/// a figure, a few links. What is not proven here goes to the sanitiser, which remains the judge: tests hold that both write the same.
/// </summary>
internal sealed class HarmlessHtml
{
    private const int MaxAttributes = 16;

    private readonly string _html;
    private readonly List<StrictTag> _tags;

    private HarmlessHtml(string html, List<StrictTag> tags) => (_html, _tags) = (html, tags);

    /// <summary>The HTML, if it is proven; else null.</summary>
    public static HarmlessHtml? Find(string html)
    {
        if (StrictHtml.TagsOf(html) is not { } tags)
            return null;
        var nesting = new StrictNesting();
        var from = 0;
        foreach (var tag in tags)
        {
            if (!IsHarmless(html.AsSpan(from, tag.Start - from), nesting) || !nesting.Accepts(tag) || !tag.Attributes.All(attribute =>
                IsHarmless(tag, attribute)))
                return null;
            // A parser drops the line break with which such text begins.
            if (tag is { Name: "pre", Kind: StrictTagKind.Start } && html.AsSpan(tag.End).StartsWith('\n'))
                return null;
            if (tag.Attributes.Length > MaxAttributes)
                return null;
            from = tag.End;
        }

        return nesting.IsClosed && IsHarmless(html.AsSpan(from), nesting) ? new HarmlessHtml(html, tags) : null;
    }

    /// <summary>The HTML as the sanitiser writes it, its links rewritten.</summary>
    /// <param name="links">Brings links and images to where they are.</param>
    /// <param name="lines">The lines of the HTML.</param>
    /// <param name="formulas">Come into the text.</param>
    public string Write(LinkRewriter links, LineMap lines, Formulas formulas)
    {
        var written = new StringBuilder(_html.Length + 32);
        var from = 0;
        foreach (var tag in _tags)
        {
            AppendText(written, _html.AsSpan(from, tag.Start - from), formulas);
            from = tag.End;
            if (tag.Kind == StrictTagKind.End)
                written.Append("</").Append(tag.Name).Append('>');
            else
                AppendStart(written, tag, links.Rewritten(tag, () => lines.LineAt(tag.Start)), formulas);
        }

        AppendText(written, _html.AsSpan(from), formulas);
        return written.ToString();
    }

    private static bool IsHarmless(ReadOnlySpan<char> text, StrictNesting nesting) =>
        nesting.Accepts(text) && (!text.Contains('&') || StrictHtml.Decode(text) is not null);

    private static bool IsHarmless(StrictTag tag, StrictAttribute attribute)
    {
        var (name, value) = attribute;
        // An old browser took '&{...}' for a script, and the sanitiser takes it out.
        if (value.Contains("&{", StringComparison.Ordinal))
            return false;
        return name switch
        {
            "style" => value is not "" && PlainStyle.Is(value) && AuthorStyle.Bounded(value, out var taken) is not "" && taken is [],
            "class" => ReservedClasses.Without(value, out var reserved) is not "" && reserved is [],
            "href" or "src" or "poster" or "cite" => IsHarmlessUrl(value),
            "srcset" => false,
            "name" => tag.Name is "a",
            _ => AllowList.HasAttribute(name) || name.StartsWith("data-", StringComparison.Ordinal)
                || name.StartsWith("aria-", StringComparison.Ordinal),
        };
    }

    /// <summary>
    /// The sanitiser takes everything up to a colon for the scheme, unless a slash or a mark of a fragment stands before it.
    /// </summary>
    private static bool IsHarmlessUrl(string url)
    {
        if (url.AsSpan().ContainsAny(" \t\n\u00A0\\") || url.Contains("&#", StringComparison.Ordinal))
            return false;
        var end = url.AsSpan().IndexOfAny(":/#");
        return end < 0 || url[end] != ':' || (!url.AsSpan(0, end).Contains('?') && AllowList.HasSchemeOf(url));
    }

    private static void AppendText(StringBuilder written, ReadOnlySpan<char> text, Formulas formulas)
    {
        if (!text.IsEmpty)
            written.Append(formulas.Fill(StrictHtml.Encode(StrictHtml.Decode(text)!, isValue: false)));
    }

    private static void AppendStart(StringBuilder written, StrictTag tag, IEnumerable<StrictAttribute> attributes, Formulas formulas)
    {
        written.Append('<').Append(tag.Name);
        foreach (var (name, value) in attributes)
        {
            written.Append(' ').Append(name).Append("=\"");
            written.Append(formulas.FillAttribute(StrictHtml.Encode(value, isValue: true))).Append('"');
        }

        written.Append('>');
    }
}
