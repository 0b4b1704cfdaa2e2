using System.Text;
using Markdig.Syntax;

namespace Press;

/// <summary>Renders the body of a post.</summary>
internal static class PostMarkdown
{
    /// <summary>Renders a body; null, and a diagnostic, if it is nested deeper than Markdig goes.</summary>
    public static PostBody? Render(string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        if (Parse(markdown, options, diagnostics) is not { } document)
            return null;

        var title = options.TitleFromHeading ? TakeTitle(document) : null;
        var harmless = HtmlRisk.BlocksWithout(document);
        PostLinks.Rewrite(document, options);
        BrokenLinks.Warn(document, options.FirstLine, diagnostics);
        // Before the headings have ids: an excerpt stands on pages beside other excerpts.
        var excerpt = Excerpt.Cut(document, options.ExcerptSeparator);
        var excerptHtml = ToHtml(excerpt, isExcerpt: true, harmless, options, diagnostics: null);
        var headings = HeadingIds.Assign(document);
        TableOfContents.Fill(document);
        return new PostBody
        {
            Title = title,
            Html = ToHtml(document, isExcerpt: false, harmless, options, diagnostics),
            ExcerptHtml = excerptHtml,
            ExcerptText = PlainText.Of(excerpt),
            Headings = headings,
            HasMath = document.Descendants().Any(part => part is InlineMath or DisplayMath),
            Length = TextLength.Of(PlainText.Of(document)),
        };
    }

    /// <summary>The body with an excerpt of other Markdown; as it was, and a diagnostic, if that is nested too deep.</summary>
    public static PostBody WithExcerpt(PostBody body, string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        if (Parse(markdown, options, diagnostics) is not { } document)
            return body;
        var harmless = HtmlRisk.BlocksWithout(document);
        PostLinks.Rewrite(document, options);
        return body with
        {
            ExcerptHtml = ToHtml(document, isExcerpt: true, harmless, options, diagnostics),
            ExcerptText = PlainText.Of(document),
        };
    }

    private static MarkdownDocument? Parse(string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        try
        {
            var document = Markdig.Markdown.Parse(NoBreakSpaces.Replace(markdown), PipelineOf(options));
            TableCode.Unescape(document);
            if (options.SmartQuotes)
                SmartText.Apply(document);
            CheckHiddenNotes(document, options, diagnostics);
            return document;
        }
        catch (ArgumentException fault) when (fault.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            diagnostics.Add(DiagnosticRules.TooDeep, new TextPosition(options.FirstLine, 1), "lists or quotes are nested too deep to be rendered. Write them flatter.");
            return null;
        }
    }

    private static Markdig.MarkdownPipeline PipelineOf(BodyOptions options) => options.LikeJekyll ? PostPipeline.Jekyll : PostPipeline.Instance;

    /// <summary>What was to be hidden may be anything up to the end: such a post stays as it was.</summary>
    private static void CheckHiddenNotes(MarkdownDocument document, BodyOptions options, DiagnosticBag diagnostics)
    {
        var open = document.Descendants().FirstOrDefault(part => part is HiddenNote { IsEnded: false } or HiddenText { IsEnded: false });
        if (open is not null)
            diagnostics.Add(DiagnosticRules.OpenComment, new TextPosition(options.FirstLine + open.Line, open.Column + 1), "'{::comment}' has no end, so all that follows would be hidden. Write '{:/comment}' where the note ends.");
    }

    private static string? TakeTitle(MarkdownDocument document)
    {
        if (document.Descendants<HeadingBlock>().FirstOrDefault() is not { } heading)
            return null;
        if (heading.Level == 1 && document[0] == heading)
            document.RemoveAt(0);
        return PlainText.Of([heading]);
    }

    private static string ToHtml(IEnumerable<Block> blocks, bool isExcerpt, HashSet<Block> harmless, BodyOptions options, DiagnosticBag? diagnostics)
    {
        var rendered = PostPipeline.Render(blocks, isExcerpt, options.FirstLine, PipelineOf(options));
        var risky = Enumerable.Range(0, rendered.Parts.Length).Where(part => !harmless.Contains(rendered.Parts[part].Block)).ToList();
        if (risky is [])
            return rendered.Html;
        // HTML that is opened in one block and closed in another has to be looked at as a whole.
        if (!risky.TrueForAll(part => ClosedHtml.Is(rendered.HtmlOf(part))))
            return AuthorHtml.Clean(rendered, options.Links, options.TrustsHtml, diagnostics);

        var html = new StringBuilder(rendered.Html.Length);
        for (var part = 0; part < rendered.Parts.Length; part++)
        {
            if (harmless.Contains(rendered.Parts[part].Block))
                html.Append(rendered.HtmlOf(part));
            else
                html.Append(AuthorHtml.Clean(rendered.Part(part), options.Links, options.TrustsHtml, diagnostics));
        }

        return html.ToString();
    }
}
