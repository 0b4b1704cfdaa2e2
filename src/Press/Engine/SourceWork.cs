using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>Says what is to be made of each source.</summary>
internal sealed class SourceWork
{
    private readonly ImmutableDictionary<string, PostSummary> _posts;
    private readonly ImmutableHashSet<string> _assets;
    private readonly SitePlan _plan;
    private readonly SiteImages _images;
    private readonly DateTimeOffset _now;
    private readonly string _siteHash;

    public SourceWork(Site site, SitePlan plan, SiteImages images, PageComposer composer, PostReader reader, string engine, DateTimeOffset now)
    {
        (Site, Composer, Reader, _plan, _images, _now) = (site, composer, reader, plan, images, now);
        _posts = plan.Posts.ToImmutableDictionary(post => post.SourceName, StringComparer.Ordinal);
        _assets = [.. plan.Assets];
        _siteHash = ContentHash.Of(Encoding.UTF8.GetBytes($"{engine} {site.Version}"));
    }

    public Site Site { get; }

    public PageComposer Composer { get; }

    public PostReader Reader { get; }

    public Order OrderOf(string source, string item, KnownSource known)
    {
        var outcome = OutcomeOf(source, known);
        var context = _posts.TryGetValue(source, out var post) ? _plan.ContextOf(post, _images) : null;
        ImmutableArray<ReceiptDiagnostic> diagnostics = [.. _plan.Diagnostics[source].Concat(ImageWarnings(source, known)).Select(ReceiptDiagnostic.Of)];
        // Layouts and settings concern posts alone; media need not be copied again for them.
        var isPost = SourceName.KindOf(source) == SourceKind.Post;
        var ingredients = new Ingredients(isPost ? _siteHash : "", known.ETag, known.GoodETag, outcome, context, diagnostics);
        return new Order(source, item, known, outcome, context, diagnostics, ingredients.Hash());
    }

    /// <summary>Of a faulty source what was read is an older version, which its author no longer sees.</summary>
    private IEnumerable<Diagnostic> ImageWarnings(string source, KnownSource known) =>
        known is { HasErrors: false, Image.Fault: { } fault } && _assets.Contains(source) ? [ImageReading.Warning(source, fault)] : [];

    private Outcome OutcomeOf(string source, KnownSource known)
    {
        var settings = Site.Settings;
        if (_posts.TryGetValue(source, out var planned))
            return new(known.HasErrors ? ReceiptState.Faulty : ReceiptState.Published, UrlPath.ToFile(planned.Entry.Path), planned.Entry.Url);

        var file = SourceName.WithoutPostsFolder(source);
        if (_assets.Contains(source))
            return new(known.HasErrors ? ReceiptState.Faulty : ReceiptState.Published, file, settings.AbsoluteLink("/" + file));
        if (known.HasErrors)
            return new(ReceiptState.Faulty);
        if (known.HasFaults || settings.Excludes(source) || (known.Summary is { } summary && (summary.IsWithheld || summary.IsOver(_now))))
            return new(ReceiptState.Withheld);
        // What is left is a post to come, or one that has lost its URL to another.
        return known.Summary is { } post
            && !post.IsPublic(_now, settings) ? new(ReceiptState.Scheduled, Due: post.ComesOut) : new(ReceiptState.Faulty);
    }
}

/// <summary>What is to be made of one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Item">The item that holds its receipt.</param>
/// <param name="Known">What is known of it.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Context">What its page shows of the site around it; null if it has no page.</param>
/// <param name="Diagnostics">What is wrong with it as a part of this site.</param>
/// <param name="MadeOf">A hash of all that its file and receipt are made from.</param>
internal sealed record Order(string Source, string Item, KnownSource Known, Outcome Outcome, PageContext? Context, ImmutableArray<ReceiptDiagnostic> Diagnostics, string MadeOf)
{
    /// <summary>Whether it is copied rather than rendered.</summary>
    public bool IsCopy => Outcome.File is not null && Context is null;
}
