using System.Collections.Immutable;
using Fluid;

namespace Press;

/// <summary>Renders the Liquid of posts, before their Markdown is read.</summary>
/// <param name="settings">The site's.</param>
/// <param name="templates">What posts may use of the site.</param>
/// <param name="lists">What a page sees of all posts; null for nothing.</param>
internal sealed class PostLiquid(SiteSettings settings, SiteTemplates templates, PageLists? lists)
{
    private const string Advice = "Text that only looks like Liquid stays as it is between {% raw %} and {% endraw %}.";

    /// <summary>Whether a body has Liquid that is rendered: in a site that was made for Jekyll, unless the post says otherwise.</summary>
    public bool AppliesTo(FrontMatter frontMatter, string body) =>
        settings.IsJekyllSite && LiquidToken.AnyIn(body)
        && !frontMatter.Keys.Entries.Any(entry =>
            entry is { Key: "render_with_liquid", Value: YamlScalar value } && value.AsBoolean() == false);

    /// <summary>Whether it may be a page, and lists posts: then it is rendered again when all of them are known.</summary>
    public bool ListsPosts(Post post, string body) => PostVariables.MayBePage(post) && templates.ListsPosts(body);

    /// <summary>Renders a body.</summary>
    /// <param name="post">The post as far as it is known without its body.</param>
    /// <param name="source">The post's source, with the files that it includes from its folder.</param>
    /// <param name="block">The body.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The body as Markdown. What failed stays as it was written.</returns>
    public LiquidBody Render(Post post, Source source, FrontMatterBlock block, DiagnosticBag diagnostics)
    {
        var body = block.Body;
        var parts = new PostParts(source);
        parts.WantAllIn(body);
        if (parts.Wanted.Count > 0 && !source.HasAllParts)
            return LiquidBody.Waiting(parts.Wanted);

        var template = LiquidTemplate.ParseLax(post.SourceName, block.BodyLine, body, out var faults);
        var breaks = new LineBreaks(body, block.BodyLine);
        foreach (var fault in faults)
            diagnostics.Add(DiagnosticRules.LiquidAsText, breaks.PositionOf(fault.Offset), $"{fault.Message}, so it stays text. {Advice}");

        if (PostVariables.MayBePage(post))
        {
            foreach (var (offset, message) in AbsentValues.In(body, withSite: false))
                diagnostics.Add(DiagnosticRules.AbsentValue, breaks.PositionOf(offset), $"{message}.");
        }

        if (template is null)
            return new LiquidBody(body, Map: null);

        var budget = new LiquidBudget(LiquidLimits.OutputOfPost(body.Length + source.Parts.Values.Sum(part => part.Text?.Length ?? 0)))
        {
            KeepsMissing = true,
            IsLikeRuby = true,
            Parts = parts,
        };
        using var writer = new MappedWriter(budget, post.SourceName);
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["page"] = LiquidValues.From(PostVariables.OfPage(post, settings, isPage: lists is not null || post.Role is SourceRole.Page)),
            ["site"] = PostVariables.OfSite(SiteValues(), PostVariables.MayBePage(post), budget),
            ["paginator"] = LiquidValues.From(lists?.Paginator),
        };
        var failure = template.Render(templates.Options, variables, post.Date, budget, writer, NullEncoder.Default);
        if (parts.Wanted.Count > 0 && !source.HasAllParts)
            return LiquidBody.Waiting(parts.Wanted);
        Report(budget, body, block.BodyLine, post.SourceName, diagnostics);
        if (failure is null)
            return new LiquidBody(writer.ToString(), writer.ToMap());

        var place = failure.Place.File == post.SourceName ? "" : $"{failure.Place.File}, line {failure.Place.Line}: ";
        diagnostics.Add(
            DiagnosticRules.LiquidFailed,
            new TextPosition(place is "" ? Math.Max(1, failure.Place.Line) : block.BodyLine, 1),
            $"{place}{failure.Message}. The Liquid of this post stays text until it is corrected.");
        return new LiquidBody(body, Map: null);
    }

    private Dictionary<string, object?> SiteValues()
    {
        var site = SiteVariables.OfSettings(settings);
        site["data"] = templates.Data;
        foreach (var (name, value) in lists?.Site ?? ImmutableDictionary<string, object?>.Empty)
            site[name] = value;
        return site;
    }

    private static void Report(LiquidBudget budget, string body, int bodyLine, string file, DiagnosticBag diagnostics)
    {
        if (budget.Notes.Count == 0)
            return;
        var lines = body.Split('\n');
        foreach (var note in budget.Notes)
        {
            if (diagnostics.IsFull(note.Rule))
            {
                diagnostics.Add(note.Rule, TextPosition.Start, "");
                continue;
            }

            var isHere = note.Place.File == file && note.Place.Line - bodyLine >= 0 && note.Place.Line - bodyLine < lines.Length;
            var column = isHere ? Math.Max(0, lines[note.Place.Line - bodyLine].IndexOf(note.Word, StringComparison.Ordinal)) : 0;
            var place = isHere ? "" : $"{note.Place.File}, line {note.Place.Line}: ";
            diagnostics.Add(note.Rule, new TextPosition(isHere ? note.Place.Line : bodyLine, column + 1), $"{place}{note.Message}.");
        }
    }
}

/// <summary>What the Liquid of a post made.</summary>
/// <param name="Markdown">Its body.</param>
/// <param name="Map">Where each line comes from; null if each is where it was.</param>
internal sealed record LiquidBody(string Markdown, PrintedLines? Map)
{
    /// <summary>The files beside the post that have to be read before; none if it is whole.</summary>
    public ImmutableArray<string> WantedParts { get; private init; } = [];

    /// <summary>Nothing yet, before these files are read.</summary>
    public static LiquidBody Waiting(IEnumerable<string> parts) => new("", Map: null) { WantedParts = [.. parts] };

    /// <summary>The place in the file of a place in the body.</summary>
    /// <param name="position">Counted as if the body followed the front matter as it is.</param>
    /// <param name="block">The body before.</param>
    public TextPosition PositionInFile(TextPosition position, FrontMatterBlock block) =>
        Map is null || position.Line < block.BodyLine ? position : position with { Line = Map.SourceOf(position.Line - block.BodyLine) };
}
