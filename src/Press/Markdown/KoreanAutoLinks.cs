using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Gives back the particle that a bare link has swallowed: in <c>https://example.com/b를</c> the 를 is grammar. GitHub's rule
/// for bare links ends them at a blank, but Korean writes its particles without one.
/// </summary>
internal static class KoreanAutoLinks
{
    /// <summary>Particles that follow a noun without a blank; the longer ones of one ending first.</summary>
    private static readonly string[] Particles =
    [
        "에서는", "에서도", "으로는", "이라는", "입니다", "이에요", "이라고", "까지는", "부터는",
        "에서", "에는", "에도", "으로", "로는", "로도", "까지", "부터", "처럼", "보다", "이나", "라는", "라고", "이며", "예요",
        "을", "를", "은", "는", "이", "가", "의", "에", "로", "와", "과", "도", "만", "나", "며",
    ];

    public static void Trim(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsAutoLink).ToList())
        {
            if (link.Url is { } url && link.FirstChild is LiteralInline label && ParticleOf(url) is { } particle)
            {
                link.Url = url[..^particle.Length];
                label.Content = new StringSlice(label.Content.ToString()[..^particle.Length]);
                link.InsertAfter(new LiteralInline(particle));
            }
        }
    }

    /// <summary>A particle counts only after a letter or digit of ASCII: <c>/wiki/서울</c> is a path of its own.</summary>
    private static string? ParticleOf(string url)
    {
        var end = url.Length;
        while (end > 0 && url[end - 1] is >= '가' and <= '힣')
            end--;
        return end > 0 && end < url.Length && char.IsAsciiLetterOrDigit(url[end - 1]) ? Array.Find(Particles, particle => particle == url[end..]) : null;
    }
}
