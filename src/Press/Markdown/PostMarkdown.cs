using System.Net;
using System.Text;
using Markdig.Syntax;

namespace Press;

/// <summary>Renders the body of a post.</summary>
internal static class PostMarkdown
{
    /// <summary>
    /// Renders a body; null, and a diagnostic, if it is nested deeper than Markdig goes or costs more than its size allows.
    /// </summary>
    public static PostBody? Render(string markdown, BodyOptions options, DiagnosticBag diagnostics) =>
        Bounded(options, diagnostics, () => RenderBody(markdown, options, diagnostics));

    /// <summary>The body with an excerpt of other Markdown; as it was, and a diagnostic, if that cannot be rendered.</summary>
    public static PostBody WithExcerpt(PostBody body, string markdown, BodyOptions options, DiagnosticBag diagnostics) =>
        Bounded(options, diagnostics, () => RenderExcerpt(body, markdown, options, diagnostics)) ?? body;

    private static PostBody? Bounded(BodyOptions options, DiagnosticBag diagnostics, Func<PostBody> render)
    {
        var start = new TextPosition(options.FirstLine, 1);
        try
        {
            return render();
        }
        catch (ArgumentException fault) when (fault.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            diagnostics.Add(DiagnosticRules.TooDeep, start, "lists or quotes are nested too deep to be rendered. Write them flatter.");
        }
        catch (TooCostlyException fault)
        {
            diagnostics.Add(DiagnosticRules.TooCostly, start, fault.Message);
        }

        return null;
    }

    private static PostBody RenderBody(string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        var (document, formulas) = Parse(markdown, options, diagnostics);
        var most = Limits.Html(markdown.Length);
        var title = options.TitleFromHeading ? TakeTitle(document) : null;
        var rendering = new Rendering(HtmlRisk.BlocksWithout(document), formulas, options, most);
        PostLinks.Rewrite(document, options);
        BrokenLinks.Warn(document, options.FirstLine, diagnostics);
        // Before the headings have ids: an excerpt stands on pages beside other excerpts.
        var excerpt = Excerpt.Cut(document, options.ExcerptSeparator);
        var excerptHtml = ExcerptHtml(excerpt, rendering, diagnostics, saysWhatIsTakenOut: false);
        var headings = HeadingIds.Assign(document);
        TableOfContents.Fill(document, options.TocLevels);
        return new PostBody
        {
            Title = title,
            Html = ToHtml(rendering.Render(document, isExcerpt: false), rendering, diagnostics),
            ExcerptHtml = excerptHtml,
            ExcerptText = PlainText.Of(excerpt),
            Headings = headings,
            HasMath = document.Parts().Exists(part => part is InlineMath or DisplayMath),
            Length = TextLength.Of(PlainText.Of(document)),
        };
    }

    private static PostBody RenderExcerpt(PostBody body, string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        var (document, formulas) = Parse(markdown, options, diagnostics);
        var rendering = new Rendering(HtmlRisk.BlocksWithout(document), formulas, options, Limits.Html(markdown.Length));
        PostLinks.Rewrite(document, options);
        return body with
        {
            ExcerptHtml = ExcerptHtml(document, rendering, diagnostics, saysWhatIsTakenOut: true),
            ExcerptText = PlainText.Of(document),
        };
    }

    private static (MarkdownDocument Document, Formulas Formulas) Parse(string markdown, BodyOptions options, DiagnosticBag diagnostics)
    {
        var text = NoBreakSpaces.Replace(markdown);
        var document = Markdig.Markdown.Parse(text, PipelineOf(options));
        foreach (var (line, message) in CutMarkup.Of(document).Messages)
            diagnostics.Add(DiagnosticRules.MarkupCut, new TextPosition(options.FirstLine + line, 1), message);
        TableCode.Unescape(document);
        if (options.SmartQuotes)
            SmartText.Apply(document);
        CheckHiddenNotes(document, options, diagnostics);
        return (document, options.ConvertsTex ? DocumentFormulas.Of(document, text, options.FirstLine, diagnostics) : Formulas.None);
    }

    /// <summary>
    /// The HTML of an excerpt. Of one that is too long for listings as many blocks as fit, and of a first block that is too long
    /// alone the beginning of its text.
    /// </summary>
    private static string ExcerptHtml(
        IReadOnlyCollection<Block> blocks, Rendering rendering, DiagnosticBag diagnostics, bool saysWhatIsTakenOut)
    {
        var rendered = rendering.Render(blocks, isExcerpt: true);
        var fitting = rendered.PartsWithin(Limits.ExcerptHtml);
        var html = ToHtml(
            fitting < rendered.Parts.Length ? rendered.First(fitting) : rendered, rendering, saysWhatIsTakenOut ? diagnostics : null);
        // What is opened and not closed may become longer as it is closed.
        var isTooLong = html.Length > 2 * Limits.ExcerptHtml || (fitting == 0 && rendered.Parts.Length > 0);
        if (isTooLong || fitting < rendered.Parts.Length)
        {
            diagnostics.Add(
                DiagnosticRules.ExcerptCut,
                new TextPosition(rendering.Options.FirstLine, 1),
                FormattableString.Invariant(
                    $"the excerpt is longer than {Limits.ExcerptHtml:N0} characters of HTML; listings show its beginning. ")
                    + "Write <!--more--> earlier, or 'excerpt' in the front matter.");
        }

        return isTooLong ? $"<p>{WebUtility.HtmlEncode(TextCut.At(PlainText.Of(blocks), Limits.ExcerptText))}</p>\n" : html;
    }

    private static Markdig.MarkdownPipeline PipelineOf(BodyOptions options) =>
        options.LikeJekyll ? PostPipeline.Jekyll : PostPipeline.Instance;

    /// <summary>What was to be hidden may be anything up to the end: such a post stays as it was.</summary>
    private static void CheckHiddenNotes(MarkdownDocument document, BodyOptions options, DiagnosticBag diagnostics)
    {
        var open = document.Parts().Find(part => part is HiddenNote { IsEnded: false } or HiddenText { IsEnded: false });
        if (open is not null)
            diagnostics.Add(
                DiagnosticRules.OpenComment,
                new TextPosition(options.FirstLine + open.Line, open.Column + 1),
                "'{::comment}' has no end, so all that follows would be hidden. "
                    + "Write '{:/comment}' where the note ends.");
    }

    private static string? TakeTitle(MarkdownDocument document)
    {
        if (document.Blocks<HeadingBlock>().FirstOrDefault() is not { } heading)
            return null;
        if (heading.Level == 1 && document[0] == heading)
            document.RemoveAt(0);
        return PlainText.Of([heading]);
    }

    private static string ToHtml(RenderedHtml rendered, Rendering rendering, DiagnosticBag? diagnostics)
    {
        var (harmless, formulas, options, _) = rendering;
        var risky = Enumerable.Range(0, rendered.Parts.Length).Where(part => !harmless.Contains(rendered.Parts[part].Block)).ToList();
        if (risky is [])
            return formulas.Fill(rendered.Html);
        // HTML that is opened in one block and closed in another has to be looked at as a whole.
        if (!risky.TrueForAll(part =>
            ClosedHtml.Is(rendered.HtmlOf(part)) || HarmlessHtml.Find(rendered.HtmlOf(part).ToString()) is not null))
            return AuthorHtml.Clean(rendered, options.Links, options.TrustsHtml, diagnostics, formulas);

        var html = new StringBuilder(rendered.Html.Length);
        for (var part = 0; part < rendered.Parts.Length; part++)
        {
            if (harmless.Contains(rendered.Parts[part].Block))
                html.Append(formulas.Fill(rendered.HtmlOf(part).ToString()));
            else
                html.Append(AuthorHtml.Clean(rendered.Part(part), options.Links, options.TrustsHtml, diagnostics, formulas));
        }

        return html.ToString();
    }

    /// <summary>What all parts of a document are rendered with.</summary>
    /// <param name="Harmless">The blocks that sanitising would not change.</param>
    /// <param name="Formulas">Its formulas.</param>
    /// <param name="Options">Those of the body.</param>
    /// <param name="Most">The most characters of HTML.</param>
    private sealed record Rendering(HashSet<Block> Harmless, Formulas Formulas, BodyOptions Options, int Most)
    {
        public RenderedHtml Render(IEnumerable<Block> blocks, bool isExcerpt) =>
            PostPipeline.Render(blocks, isExcerpt, Options.FirstLine, PipelineOf(Options), Most);
    }
}
