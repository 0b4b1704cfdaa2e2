using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Gives every heading an id made of its text, in letters of every script.</summary>
internal static class HeadingIds
{
    /// <summary>
    /// Sets the ids; one that the author wrote (<c>## Heading {#id}</c>) stays. A second heading of one text is <c>text-1</c>, as
    /// kramdown and GitHub number them; a heading without letters is <c>section</c>.
    /// </summary>
    public static ImmutableArray<Heading> Assign(MarkdownDocument document)
    {
        var blocks = document.Descendants<HeadingBlock>().ToList();
        var taken = document.Descendants().Select(part => part.TryGetAttributes()?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var headings = ImmutableArray.CreateBuilder<Heading>(blocks.Count);
        foreach (var block in blocks)
        {
            var text = PlainText.Of([block]);
            var attributes = block.GetAttributes();
            attributes.Id ??= Unique(Slug.Of(text) is { Length: > 0 } slug ? slug : "section", taken);
            headings.Add(new Heading(block.Level, attributes.Id, text));
        }

        return headings.DrainToImmutable();
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var number = 1; !taken.Add(unique); number++)
            unique = $"{id}-{number}";
        return unique;
    }
}
