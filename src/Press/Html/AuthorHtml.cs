using AngleSharp;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Press;

/// <summary>Takes out of an author's HTML what could run in a reader's browser, and says what it took.</summary>
internal sealed class AuthorHtml
{
    private const string Prefix = "<!doctype html><html><body>";

    private static readonly string[] WithoutText =
    [
        "script", "style", "template", "noscript", "noembed", "noframes", "textarea", "title", "xmp", "plaintext",
        "svg", "math", "object", "select", "option", "button",
    ];

    // Unknown styles are kept here, so that the sanitiser sees them. As in a browser with scripting, what stands in noscript is text.
    private static readonly HtmlParserOptions Parsing = new() { IsScripting = true, IsKeepingSourceReferences = true };

    private static readonly IBrowsingContext Context =
        BrowsingContext.New(Configuration.Default.WithCss(new CssParserOptions
        {
            IsIncludingUnknownDeclarations = true,
            IsIncludingUnknownRules = true,
            IsToleratingInvalidSelectors = true,
        }));

    private readonly RenderedHtml _rendered;
    private readonly LineMap _lines;
    private readonly DiagnosticBag? _diagnostics;

    // What is written in the place of elements that may not stand there; null for nothing. To replace one in a tree looks through all
    // elements beside it.
    private readonly Dictionary<IElement, IElement?> _instead = [];

    private AuthorHtml(RenderedHtml rendered, DiagnosticBag? diagnostics) =>
        (_rendered, _lines, _diagnostics) = (rendered, new LineMap(rendered), diagnostics);

    /// <summary>The HTML, harmless: as it is where that is proven, else from the sanitiser.</summary>
    /// <inheritdoc cref="Sanitized"/>
    public static string Clean(
        RenderedHtml rendered, LinkRewriter links, bool isTrusted, DiagnosticBag? diagnostics, Formulas? formulas = null) =>
        HarmlessHtml.Find(rendered.Html) is { } harmless
            ? harmless.Write(links, new LineMap(rendered), formulas ?? Formulas.None)
            : Sanitized(rendered, links, isTrusted, diagnostics, formulas);

    /// <summary>The HTML, harmless. What is allowed comes through as it was; how it is written (quotes, slashes) may change.</summary>
    /// <param name="rendered">A part of a body.</param>
    /// <param name="links">Brings links and images to where they are; also those of raw HTML.</param>
    /// <param name="isTrusted">Whether the operator trusts authors: then nothing is taken out.</param>
    /// <param name="diagnostics">Takes a warning for each thing that is taken out; null if nobody wants to know.</param>
    /// <param name="formulas">Come into the text once it is harmless.</param>
    public static string Sanitized(
        RenderedHtml rendered, LinkRewriter links, bool isTrusted, DiagnosticBag? diagnostics, Formulas? formulas = null)
    {
        var document = HtmlCost.NewParser(Parsing, Context).ParseDocument(Prefix + rendered.Html);
        var html = new AuthorHtml(rendered, diagnostics);
        if (!isTrusted)
            html.Sanitize(document);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
            links.Rewrite(html._instead.GetValueOrDefault(element) ?? element, () => html.LineOf(element));
        formulas ??= Formulas.None;
        return HtmlText.Of(document.Body, isTrusted ? new FormulaFormatter(formulas) : new BodyFormatter(formulas, html._instead));
    }

    private void Sanitize(IHtmlDocument document)
    {
        HtmlCost.CheckSiblings(document.Body!, node => node is IComment || (node is IElement element && MayBeTakenOut(element)));
        ObsoleteHtml.Renew(document.Body!);
        foreach (var element in document.Body!.QuerySelectorAll("[style]"))
            KeepShortStyle(element);

        // The sanitiser writes styles anew (#666 becomes rgba(...)) and takes its time over them. What is plain need not pass through it.
        var plain = document.Body!.QuerySelectorAll("[style]")
            .Select(element => (Element: element, Style: element.GetAttribute("style")!))
            .Where(styled => PlainStyle.Is(styled.Style))
            .ToList();
        foreach (var (element, _) in plain)
            element.SetAttribute("style", "");

        var sanitizer = AllowList.NewSanitizer();
        sanitizer.RemovingTag += (_, removing) => Remove(removing.Tag);
        sanitizer.RemovingAttribute += (_, removing) => Remove(removing);
        sanitizer.RemovingStyle += (_, removing) =>
            Warn(
                removing.Tag,
                $"the style '{removing.Style.Name}' was taken out. "
                    + "Only styles that keep an element in its place in the text are published.");
        sanitizer.SanitizeDom(document, document.Body);

        foreach (var (element, style) in plain)
            element.SetAttribute("style", style);

        foreach (var element in document.Body.QuerySelectorAll("[style], [class]"))
            Bound(element);
        foreach (var box in document.Body.QuerySelectorAll("input"))
            KeepTaskBox(box);
        foreach (var frame in document.Body.QuerySelectorAll("iframe"))
            KeepFrame(frame);
    }

    private static bool MayBeTakenOut(IElement element) =>
        element.LocalName is "input" or "iframe" || !AllowList.HasElement(element.LocalName);

    /// <summary>The sanitiser compares each property of a style with those before it.</summary>
    private void KeepShortStyle(IElement element)
    {
        var style = element.GetAttribute("style")!;
        if (style.Length <= Limits.Style || PlainStyle.Is(style))
            return;
        element.RemoveAttribute("style");
        Warn(element, $"a style of {style.Length:N0} characters was taken out. Write one of at most {Limits.Style:N0}, or a class.");
    }

    private void Remove(IElement element)
    {
        // What stood in such an element was never text.
        if (WithoutText.Contains(element.LocalName))
            element.TextContent = "";
        var advice = element.LocalName is "script" or "style"
            ? "Scripts and style sheets belong to the site's layouts."
            : "Its text stays; write it in Markdown or in another element.";
        Warn(element, $"<{element.LocalName}> was taken out. {advice}");
    }

    private void Remove(RemovingAttributeEventArgs removing)
    {
        var name = removing.Attribute.Name;
        // Old anchors are named; such a name leads a link there and nothing else.
        if (name.StartsWith("aria-", StringComparison.Ordinal) || (name is "name" && removing.Tag.LocalName is "a"))
            removing.Cancel = true;
        else if (removing.Reason is not (RemoveReason.StyleAttributeEmpty or RemoveReason.ClassAttributeEmpty))
        {
            var why = removing.Reason == RemoveReason.NotAllowedUrlValue
                ? $": it may not lead to '{removing.Attribute.Value}'. Write an http, https, mailto or tel URL, or a path."
                : ". It may run a script, or means nothing here.";
            Warn(removing.Tag, $"the attribute '{name}' of <{removing.Tag.LocalName}> was taken out{why}");
        }
    }

    /// <summary>Keeps an element in its place: by its measures, and by the classes of the theme.</summary>
    private void Bound(IElement element)
    {
        if (element.GetAttribute("style") is { } style)
        {
            SetOrRemove(element, "style", AuthorStyle.Bounded(style, out var taken));
            foreach (var declaration in taken)
                Warn(element, $"the style '{declaration}' was taken out: it moves the element over others, or makes it too large. "
                    + "A length is at most 2000px and 100%, and at least -2em.");
        }

        if (element.GetAttribute("class") is { } classes)
        {
            SetOrRemove(element, "class", ReservedClasses.Without(classes, out var taken));
            foreach (var name in taken)
                Warn(
                    element,
                    $"the class '{name}' was taken out: the site's theme places elements by it. Use a class of another name.",
                    DiagnosticRules.ReservedClass);
        }
    }

    private static void SetOrRemove(IElement element, string attribute, string value)
    {
        if (value is "")
            element.RemoveAttribute(attribute);
        else if (value != element.GetAttribute(attribute))
            element.SetAttribute(attribute, value);
    }

    /// <summary>Of input elements only the box of a task list stays, which cannot be typed into.</summary>
    private void KeepTaskBox(IElement box)
    {
        if (box.GetAttribute("type") == "checkbox" && box.HasAttribute("disabled"))
            return;
        Warn(box, "<input> was taken out. Only the boxes of task lists are published.");
        box.Remove();
    }

    private void KeepFrame(IElement frame)
    {
        var source = frame.GetAttribute("src");
        if (EmbeddedFrame.Allowed(source) is { } allowed)
        {
            EmbeddedFrame.Confine(frame, allowed);
            return;
        }

        var link = EmbeddedFrame.LinkFor(frame);
        var instead = link is null ? "Write a link instead." : "A link stands in its place.";
        Warn(frame, $"<iframe> of '{source}' was taken out. Allowed are: {string.Join(", ", EmbeddedFrame.Hosts)}. {instead}");
        frame.TextContent = "";
        _instead[frame] = link;
    }

    private void Warn(IElement element, string message, DiagnosticRule? rule = null)
    {
        if (_diagnostics is null)
            return;
        var broken = rule ?? DiagnosticRules.HtmlTakenOut;
        // Where it stands need not be found for what is not shown.
        var line = _diagnostics.IsFull(broken) ? 1 : LineOf(element);
        _diagnostics.Add(broken, new TextPosition(line, 1), message);
    }

    private int LineOf(IElement element) =>
        _lines.LineAt(Math.Clamp((element.SourceReference?.Position.Index ?? 0) - Prefix.Length, 0, _rendered.Html.Length));
}
