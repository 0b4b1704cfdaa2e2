using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Gives every heading an id made of its text, by GitHub's rule, which is also that of Jekyll's kramdown.</summary>
/// <seealso href="https://github.com/Flet/github-slugger"/>
internal static class HeadingIds
{
    /// <summary>
    /// Sets the ids; one that the author wrote (<c>## Heading {#id}</c>) stays. A second heading of one text is <c>text-1</c>;
    /// a heading without letters is <c>section</c>.
    /// </summary>
    public static ImmutableArray<Heading> Assign(MarkdownDocument document)
    {
        var parts = document.Parts();
        var blocks = parts.OfType<HeadingBlock>().ToList();
        var taken = parts.Select(part => part.TryGetAttributes()?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var headings = ImmutableArray.CreateBuilder<Heading>(blocks.Count);
        foreach (var block in blocks)
        {
            var attributes = block.GetAttributes();
            attributes.Id ??= Unique(Of(PlainText.Unfolded(block)) is { Length: > 0 } id ? id : "section", taken, counts);
            headings.Add(new Heading(block.Level, attributes.Id, PlainText.Of([block])));
        }

        return headings.DrainToImmutable();
    }

    /// <summary>
    /// The text in small letters, without punctuation, a hyphen for each blank. Letters, marks and digits of every script stay.
    /// </summary>
    public static string Of(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\t' or '-')
                id.Append('-');
            else if (IsWord(Rune.GetUnicodeCategory(rune)))
                id.Append(Rune.ToLowerInvariant(rune));
        }

        return id.ToString();
    }

    private static bool IsWord(UnicodeCategory category) =>
        category <= UnicodeCategory.LetterNumber || category == UnicodeCategory.ConnectorPunctuation;

    private static string Unique(string id, HashSet<string> taken, Dictionary<string, int> counts)
    {
        if (taken.Add(id))
            return id;

        // Counting on from the last number keeps many equal headings cheap.
        var number = counts.GetValueOrDefault(id);
        string unique;
        do
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{++number}");
        while (!taken.Add(unique));
        counts[id] = number;
        return unique;
    }
}
