using System.Collections.Frozen;

namespace Press;

/// <summary>The elements of HTML by where they may stand, as kramdown sorts them.</summary>
internal static class HtmlElements
{
    /// <summary>Elements within text: a line that begins with one is a paragraph.</summary>
    public static FrozenSet<string> Spans { get; } = Words("""
        a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select
        small span strong sub sup tt u var wbr
        """);

    /// <summary>Elements without content.</summary>
    public static FrozenSet<string> Voids { get; } = Words(
        "area base br col command embed hr img input keygen link meta param source track wbr");

    /// <summary>Elements that CommonMark does not know as blocks, though nobody writes them within a sentence.</summary>
    public static FrozenSet<string> Media { get; } = Words("audio canvas object picture svg video");

    /// <summary>Elements that kramdown takes for text where they stand within text.</summary>
    public static FrozenSet<string> Blocks { get; } = Words("""
        address applet article aside blockquote body caption col colgroup dd details dir div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing main map math menu nav noscript object ol
        optgroup p pre script section style summary table tbody td textarea tfoot th thead tr ul
        """);

    /// <summary>Elements whose text kramdown sets with curly quotes; in <c>kbd</c>, <c>u</c> or <c>mark</c> it leaves text alone.</summary>
    public static FrozenSet<string> Typeset { get; } = Words("""
        a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt
        rtc ruby select small span strong sub sup th tt address article aside blockquote body dd details div dl fieldset figure
        figcaption footer form header li main nav section summary td
        """);

    /// <summary>The name in small letters of the tag with which a line begins; empty if there is none.</summary>
    public static string NameOf(ReadOnlySpan<char> line)
    {
        if (line is not ['<', ..])
            return "";
        var name = line[(line is ['<', '/', ..] ? 2 : 1)..];
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetterOrDigit(name[end]) || name[end] is '-' or ':'))
            end++;
        return end is 0 or > 20 ? "" : name[..end].ToString().ToLowerInvariant();
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
